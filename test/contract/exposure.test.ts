import {
  BadGateway,
  defineProblem,
  HttpError,
  InternalServerError,
  NotFound,
  ServiceUnavailable,
} from '@faultless/core';
import createError from 'http-errors';
import { CONTENT_TYPES } from './support/content-types.js';
import { eachServer } from './support/each-server.js';

const SECRET = 'S3CR3T';

/** Everything that an error can tell of itself. */
const TELLING = {
  type: `https://${SECRET}.example/type`,
  title: `${SECRET} title`,
  code: `${SECRET}_code`,
  extensions: { secret: SECRET, [`${SECRET}_name`]: 1 },
};

const Outage = defineProblem({ type: `/${SECRET}`, title: `${SECRET} title`, status: 503 });

/** Errors whose words are for the operator alone. */
const SILENT: readonly (readonly [name: string, make: () => unknown])[] = [
  ['an Error', () => new Error(SECRET)],
  ['an Error with a cause', () => new Error(SECRET, { cause: new Error(`${SECRET} cause`) })],
  ['a TypeError', () => new TypeError(SECRET)],
  ['a text', () => SECRET],
  ['an object', () => ({ message: SECRET, detail: SECRET, secret: SECRET })],
  ['an AggregateError', () => new AggregateError([new Error(SECRET)], SECRET)],
  ['an InternalServerError', () => new InternalServerError(SECRET, TELLING)],
  ['a BadGateway', () => new BadGateway(SECRET, { ...TELLING, cause: new Error(SECRET) })],
  ['a ServiceUnavailable', () => new ServiceUnavailable(SECRET, { ...TELLING, retryAfter: 5 })],
  ['a 599', () => new HttpError(599, SECRET, TELLING)],
  ['a 4xx with expose: false', () => new NotFound(SECRET, { ...TELLING, expose: false })],
  ['a 5xx problem', () => new Outage(SECRET)],
  ['a 4xx whose cause tells', () => new NotFound({ cause: new Error(SECRET) })],
  ['an error of http-errors, 500', () => createError(500, SECRET)],
  [
    'an error of http-errors, 404 with expose: false',
    () => createError(404, SECRET, { expose: false }),
  ],
  ['an error with a status', () => Object.assign(new Error(SECRET), { status: 404, code: SECRET })],
  ['an error with a statusCode', () => Object.assign(new Error(SECRET), { statusCode: 409 })],
  [
    'an error whose expose is not true',
    () => Object.assign(new Error(SECRET), { status: 404, expose: 'yes' }),
  ],
  [
    "another server's answer",
    () =>
      Object.assign(new Error(SECRET), {
        status: 404,
        expose: true,
        response: { status: 404, headers: { 'x-upstream': SECRET }, data: SECRET },
      }),
  ],
];

/** Where a stack or a source file would show. */
const STACK = /\bat .+:\d+:\d+|node_modules|\.test\.|packages\/|file:\/\/|\.[jt]s:\d/;

eachServer('what the client may know', (start) => {
  it.each(SILENT)('is nothing of %s [problem-detail]', async (_name, make) => {
    const server = await start(() => {
      throw make();
    });
    for (const format of CONTENT_TYPES.keys()) {
      for (const language of ['en', 'zh']) {
        const headers = { Accept: format, 'Accept-Language': language };
        const { fields, text, reason } = await server.request({ path: `/?q=${SECRET}`, headers });
        expect(JSON.stringify([fields, text, reason])).not.toContain(SECRET);
        expect(text).not.toMatch(STACK);
      }
    }
  });

  it.each(SILENT)('is known whole to the operator: %s', async (_name, make) => {
    const thrown = make();
    const server = await start(() => {
      throw thrown;
    });
    await server.request();
    expect(server.onlyReport().error).toBe(thrown);
  });

  it.each<readonly [string, () => Error, object]>([
    [
      'a 4xx of ours',
      () => new NotFound('No such order.', { code: 'no_order' }),
      { code: 'no_order' },
    ],
    [
      'a 5xx with expose: true',
      () =>
        new ServiceUnavailable('No such order.', {
          expose: true,
          code: 'down',
          extensions: { until: 'noon' },
        }),
      { code: 'down', until: 'noon' },
    ],
    ['an error of http-errors, 404', () => createError(404, 'No such order.'), {}],
    [
      'an error of http-errors, 500 with expose',
      () => createError(500, 'No such order.', { expose: true }),
      {},
    ],
    [
      'an error by the same contract',
      () => Object.assign(new Error('No such order.'), { statusCode: 422, expose: true }),
      {},
    ],
  ])('is what %s says', async (_name, make, members) => {
    const thrown = make();
    const server = await start(() => {
      throw thrown;
    });
    const response = await server.request();
    expect(response.json()).toMatchObject({ detail: 'No such order.', ...members });
    expect(response.status).toBe((thrown as HttpError).statusCode);
  });

  describe.each([undefined, 'production', 'development', 'test'])('with NODE_ENV=%s', (value) => {
    const before = process.env.NODE_ENV;

    beforeEach(() => {
      if (value === undefined) delete process.env.NODE_ENV;
      else process.env.NODE_ENV = value;
    });

    afterEach(() => {
      process.env.NODE_ENV = before;
    });

    it.each<readonly [string, () => unknown]>([
      ['an Error', () => new Error(SECRET)],
      [
        'an exposed 500',
        () => new InternalServerError('Sorry.', { expose: true, cause: new Error() }),
      ],
      ['a 404', () => new NotFound('No such order.')],
      ['an error of http-errors', () => createError(400, 'No such order.')],
    ])('is never the stack of %s', async (_name, make) => {
      const server = await start(() => {
        throw make();
      });
      for (const Accept of CONTENT_TYPES.keys()) {
        const { text } = await server.request({ headers: { Accept } });
        expect(text).not.toMatch(STACK);
        expect(text).not.toContain(SECRET);
      }
    });
  });

  it('is no header of the stack kind that another error brings', async () => {
    const server = await start(() => {
      throw Object.assign(new Error(SECRET), {
        status: 429,
        headers: {
          'Retry-After': '7',
          'Set-Cookie': `session=${SECRET}`,
          'Content-Type': 'text/x',
        },
      });
    });
    const response = await server.request();
    expect(response.value('Retry-After')).toBe('7');
    expect(response.values('Set-Cookie')).toEqual([]);
    expect(response.value('Content-Type')).toBe('application/problem+json');
  });
});
