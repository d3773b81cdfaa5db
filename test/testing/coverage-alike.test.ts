import {
  BadRequest,
  Conflict,
  defineProblem,
  errorHandler,
  Forbidden,
  jsonEnvelope,
  notFound,
} from '@faultless/express';
import { type DeclaredProblems, problemCoverage } from '@faultless/testing';
import express from 'express';
import request from 'supertest';
import { EntityNotFoundError } from 'typeorm';
import { OrderShipped, OutOfCredit } from './shop.js';

class OrderLocked extends Conflict {
  static override name = 'OrderLocked';

  constructor() {
    super('It is locked.', { code: 'order_locked' });
  }
}

const ERRORS: Readonly<Record<string, () => unknown>> = {
  shipped: () => new OrderShipped(),
  locked: () => new OrderLocked(),
  other: () => new Conflict('Another.', { code: 'other' }),
  forbidden: () => new Forbidden(),
  credit: () => new OutOfCredit('It costs 50.', { balance: 30 }),
  missing: () => new EntityNotFoundError('Order', { id: 7 }),
};

function createOrders(options: Parameters<typeof errorHandler>[0] = {}): express.Express {
  const app = express();
  app.use(express.json());
  app.all('/orders/:what', ({ params }, response) => {
    const error = ERRORS[params.what]?.();
    if (error !== undefined) throw error;
    response.end();
  });
  app.use(notFound());
  app.use(errorHandler({ report: () => undefined, ...options }));
  return app;
}

/** What `check` says of those answers. */
async function check(
  problems: DeclaredProblems[string],
  asked: readonly string[],
  options: Parameters<typeof errorHandler>[0] = {},
): Promise<string> {
  const coverage = problemCoverage({ 'GET /orders/:what': problems }, undefined);
  const app = coverage.watch(createOrders(options));
  for (const what of asked) await request(app).get(`/orders/${what}`);
  try {
    coverage.check();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const MISSING = 'Problems that are declared, but were never sent:\n  GET /orders/:what: ';

describe('two problems that are one in an answer', () => {
  class Twin extends OutOfCredit {
    static override name = 'Twin';
  }

  it.each<[problems: DeclaredProblems[string], names: string, status: number]>([
    [[OrderShipped, OrderLocked], 'OrderLocked from OrderShipped', 409],
    [[Forbidden, Conflict, Forbidden], 'Forbidden from Forbidden', 403],
    [[OutOfCredit, Twin], 'Twin from OutOfCredit', 403],
    [[409, 409], '409 from 409', 409],
    [
      [
        { status: 409, code: 'a' },
        { status: 409, code: 'a' },
      ],
      '409 a from 409 a',
      409,
    ],
  ])('are refused where one route has both: %p', (problems, names, status) => {
    expect(() => problemCoverage({ 'GET /orders/:what': problems })).toThrow(
      new TypeError(
        `GET /orders/:what: no answer tells ${names}: declare one of them, or each by its code, as { status: ${status}, code: 'its_code' }`,
      ),
    );
  });

  it('may stand at different routes', () => {
    const declared = { 'GET /a': [OrderShipped], 'GET /b': [OrderLocked], '*': [Conflict] };
    expect(() => problemCoverage(declared)).not.toThrow();
  });
});

describe('a problem that is declared by its code', () => {
  const LOCKED = { status: 409, code: 'order_locked' };

  it('is told from others of its status', async () => {
    const problems = [OrderShipped, LOCKED];
    expect(await check(problems, ['shipped', 'locked'])).toBe('');
    expect(await check(problems, ['locked'])).toBe(`${MISSING}OrderShipped`);
    expect(await check(problems, ['shipped'])).toBe(`${MISSING}409 order_locked`);
    expect(await check([LOCKED], ['locked', 'other'])).toMatch(
      /^Problems that were sent, but are not declared:\n {2}GET \/orders\/other \(GET \/orders\/:what\): 409 other\n/,
    );
  });

  it('may be that of a library’s error, of a body that was refused', async () => {
    const coverage = problemCoverage({
      'POST /orders/:what': [{ status: 400, code: 'body_malformed' }],
      'GET /orders/:what': [{ status: 404, code: 'record_not_found' }],
    });
    const app = coverage.watch(createOrders());
    const missing = `${MISSING.slice(0, -'GET /orders/:what: '.length)}POST /orders/:what: 400 body_malformed\n  GET /orders/:what: 404 record_not_found`;
    expect(() => coverage.check()).toThrow(new Error(missing));
    await request(app).post('/orders/a').type('json').send('{"a":');
    await request(app).get('/orders/missing');
    expect(() => coverage.check()).not.toThrow();
  });

  it('is not compiled where it is none', () => {
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error: a code alone has no status
      () => problemCoverage({ '*': ['order_locked'] }),
      // @ts-expect-error: a status alone is a number
      () => problemCoverage({ '*': [{ status: 409 }] }),
      // @ts-expect-error: a status is a number
      () => problemCoverage({ '*': [{ status: '409', code: 'a' }] }),
      // @ts-expect-error: a code is a text
      () => problemCoverage({ '*': [{ status: 409, code: 1 }] }),
      // @ts-expect-error: a type is named by its class
      () => problemCoverage({ '*': [{ status: 409, code: 'a', type: 'a:b' }] }),
      // @ts-expect-error: an instance is no class
      () => problemCoverage({ '*': [new BadRequest()] }),
    ];
    for (const declare of wrong) expect(declare).toThrow(TypeError);
  });
});

describe('of several that fit, what says most', () => {
  it.each<[problems: DeclaredProblems[string]]>([[[403, OutOfCredit]], [[OutOfCredit, 403]]])(
    'was sent, whatever their order: %p',
    async (problems) => {
      expect(await check(problems, ['credit'])).toBe(`${MISSING}403`);
      expect(await check(problems, ['forbidden'])).toBe(`${MISSING}OutOfCredit`);
      expect(await check(problems, ['forbidden', 'credit'])).toBe('');
    },
  );

  it('may be two: a type, and a code', async () => {
    const Coded = defineProblem({ type: 'a:b', title: 'No.', status: 403, code: 'coded' });
    const coverage = problemCoverage({ 'GET /': [Coded, { status: 403, code: 'coded' }] });
    const app = express();
    app.get('/', () => {
      throw new Coded();
    });
    app.use(errorHandler({ report: () => undefined }));
    await request(coverage.watch(app)).get('/');
    expect(() => coverage.check()).not.toThrow();
  });
});

it('what is no problem document is known by its status alone', async () => {
  const renderers = [jsonEnvelope(({ code, title }) => ({ error: { code, title } }))] as const;
  expect(await check([409], ['locked'], { renderers })).toBe('');
  expect(await check([OrderLocked], ['locked'], { renderers })).toBe(`${MISSING}OrderLocked`);
});
