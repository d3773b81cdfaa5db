import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { body, checkExact, header, oneOf, query, validationResult } from 'express-validator';
import { ask, type Served, serveExpress, serveKoa } from './servers.js';

const CANARY = 'kanari-97531';

interface Told {
  readonly detail: string;
  readonly pointer: string;
  readonly code: string;
  readonly in?: string;
}

async function post(served: Served, path: string, content: unknown) {
  const answered = await ask(served.url + path, {
    method: 'POST',
    body: JSON.stringify(content),
    headers: { 'Content-Type': 'application/json', 'X-Count': CANARY },
  });
  expect(answered.text).not.toContain(CANARY);
  const errors = (answered.problem.errors ?? []) as readonly Told[];
  return {
    ...answered,
    errors,
    told: errors.map((error) => `${String(error.in)} ${error.pointer} ${error.code}`),
  };
}

const CHAINS = [
  body('mail').isEmail(),
  body('items.*.count').isInt().withMessage('count must be a whole number'),
  query('limit')
    .isInt()
    .withMessage((value) => `${String(value)} is no number`),
  header('x-count').isInt(),
  oneOf([body('a').exists(), body('b').exists()]),
];
const CONTENT = { mail: CANARY, items: [{ count: 1 }, { count: CANARY }] };
const TOLD = [
  'body #/mail invalid',
  'body #/items/1/count invalid',
  'query #/limit invalid',
  'header #/x-count invalid',
  'body # invalid',
];

describe('express-validator', () => {
  it('is a 422 with their places on Express', async () => {
    const served = await serveExpress((app) => {
      app.use(express.json(), ...CHAINS, (request: express.Request, response: express.Response) => {
        validationResult(request).throw();
        response.json('valid');
      });
    });
    const { status, problem, told, errors } = await post(served, `/?limit=${CANARY}`, CONTENT);
    await served.close();
    expect([status, problem.code]).toEqual([422, 'validation_failed']);
    expect(told).toEqual(TOLD);
    expect(errors.map(({ detail }) => detail)).toEqual([
      'Invalid value',
      'count must be a whole number',
      'This value is not valid.',
      'Invalid value',
      'Invalid value(s)',
    ]);
  });

  it('is a 422 on Koa, run by hand', async () => {
    const served = await serveKoa((app) => {
      app.use(async (context) => {
        const request = { body: CONTENT, query: { limit: CANARY }, headers: context.headers };
        for (const chain of CHAINS) await chain.run(request);
        validationResult(request).throw();
      });
    });
    const { status, told } = await post(served, '/', {});
    await served.close();
    expect(status).toBe(422);
    expect(told).toEqual(TOLD);
  });

  it('points at each unknown field', async () => {
    const served = await serveExpress((app) => {
      app.use(
        express.json(),
        checkExact([body('known').optional()], { locations: ['body'] }),
        (request: express.Request, response: express.Response) => {
          validationResult(request).throw();
          response.json('valid');
        },
      );
    });
    const { errors } = await post(served, '/', { odd: CANARY, 'more/odd': CANARY });
    await served.close();
    expect(errors).toEqual([
      {
        detail: 'This member is not known here.',
        pointer: '#/odd',
        code: 'invalid',
        in: 'body',
      },
      {
        detail: 'This member is not known here.',
        pointer: '#/more~1odd',
        code: 'invalid',
        in: 'body',
      },
    ]);
  });
});

describe('express-openapi-validator', () => {
  const schema = {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: {
      id: { type: 'integer' },
      kind: { type: 'string', enum: ['a', 'b'] },
      items: {
        type: 'array',
        items: { type: 'object', properties: { count: { type: 'integer' } } },
      },
    },
  };
  const apiSpec = {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1' },
    paths: {
      '/orders': {
        post: {
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer' } },
            { name: 'X-Count', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: {
            200: {
              description: 'The order.',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['id'],
                    properties: { id: { type: 'integer' } },
                  },
                },
              },
            },
          },
        },
      },
      '/mine': {
        get: {
          security: [{ token: [] }],
          responses: { 200: { description: 'Mine.' } },
        },
      },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
  let served: Served;
  beforeAll(async () => {
    served = await serveExpress((app) => {
      app.use(express.json());
      app.use(
        OpenApiValidator.middleware({
          apiSpec: apiSpec as never,
          validateResponses: true,
          validateRequests: { allErrors: true },
        }),
      );
      app.post('/orders', (_request, response) => void response.json({ id: CANARY }));
    });
  });
  afterAll(() => served.close());

  it('is a 422 with their places', async () => {
    const { status, problem, told } = await post(served, `/orders?limit=${CANARY}`, {
      kind: CANARY,
      'odd/name': CANARY,
      items: [{ count: 1 }, { count: CANARY }],
    });
    expect([status, problem.code]).toEqual([422, 'validation_failed']);
    expect(told.sort()).toEqual(
      [
        'query #/limit type',
        'body #/id required',
        'body #/odd/name additionalProperties',
        'body #/kind enum',
        'body #/items/1/count type',
      ].sort(),
    );
  });

  it('is a 422 for an unknown query parameter', async () => {
    const { status, told } = await post(served, `/orders?odd=${CANARY}`, { id: 1 });
    expect(status).toBe(422);
    expect(told).toEqual(['query #/odd invalid']);
  });

  it.each([
    ['/nowhere', 'GET', 404],
    ['/orders', 'DELETE', 405],
    ['/mine', 'GET', 401],
  ])('keeps the status of %s by %s: %i', async (path, method, status) => {
    const answered = await ask(served.url + path, { method });
    expect(answered.status).toBe(status);
    if (status === 405) expect(answered.headers.get('Allow')).toBe('POST');
    if (status === 401) expect(answered.headers.get('WWW-Authenticate')).toBe('Bearer realm="api"');
  });

  it('is a 415 for another media type', async () => {
    const { status } = await ask(`${served.url}/orders`, {
      method: 'POST',
      body: 'x',
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(status).toBe(415);
  });

  it('is a 500 for a response that breaks the contract', async () => {
    const { status, problem } = await post(served, '/orders', { id: 1 });
    expect(status).toBe(500);
    expect(problem.errors).toBeUndefined();
  });
});
