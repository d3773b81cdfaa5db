import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing, throwingOneOf } from '../harness/throwing.js';
import { REGISTERED } from './support/registered.js';

/** A plain error, as libraries make them. */
function failing(properties: object, message = 'A secret.'): Error {
  return Object.assign(new Error(message), properties);
}

class WithGetter extends Error {
  get status(): number {
    return 410;
  }
}

const BELIEVED: readonly (readonly [what: string, thrown: unknown, status: number])[] = [
  ['http-errors', createError(404), 404],
  ['an error with a status', failing({ status: 404 }), 404],
  ['an error with a statusCode', failing({ statusCode: 404 }), 404],
  ['both alike', failing({ status: 404, statusCode: 404 }), 404],
  ['a plain object', { status: 422 }, 422],
  ['a getter of its class', new WithGetter(), 410],
  ['a frozen error', Object.freeze(failing({ status: 409 })), 409],
  ['the lowest', failing({ status: 400 }), 400],
  ['the highest', failing({ status: 599 }), 599],
  ['one of no registry', failing({ status: 499 }), 499],
];

/** Statuses that make no error response. */
const UNBELIEVABLE: readonly unknown[] = [
  100,
  101,
  200,
  204,
  205,
  301,
  304,
  399,
  600,
  700,
  999,
  0,
  -404,
  404.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 32 + 404,
  '404',
  '404 Not Found',
  true,
  null,
  [404],
  404n,
  { valueOf: () => 404 },
];

/** What HTTP clients reject with, about an exchange with another server. */
const upstream = (status: number, headers: object = {}): readonly unknown[] => [
  failing({
    isAxiosError: true,
    code: 'ERR_BAD_REQUEST',
    status,
    response: { status, headers, data: 'A secret.' },
    request: {},
  }),
  failing({
    name: 'HTTPError',
    code: 'ERR_NON_2XX_3XX_RESPONSE',
    response: { statusCode: status, headers, body: 'A secret.' },
  }),
  failing({
    name: 'HTTPError',
    response: new Response('A secret.', { status, headers: headers as Record<string, string> }),
    request: new Request('http://upstream.example/secret'),
  }),
  failing({ status, response: { status, headers } }),
];

describe('errorHandler', () => {
  describeEachServer((server) => {
    it.each(BELIEVED)('believes the status of %s [status-range]', async (_what, thrown, status) => {
      const { request, lastReport } = await server.start(throwing(thrown));
      const response = await request();
      expect(response.status).toBe(status);
      expect(response.json().status).toBe(status);
      expect(lastReport()).toMatchObject({ status, sentStatus: status, outcome: 'sent' });
      expect(lastReport().error).toBe(thrown);
    });

    it('believes every status of the registry [status-range]', async () => {
      const { request } = await server.start(
        throwingOneOf(REGISTERED.map((one) => createError(one))),
      );
      for (const [at, status] of REGISTERED.entries()) {
        expect((await request({ path: `/${at}` })).status).toBe(status);
      }
    });

    it('believes no status that makes no error [status-range]', async () => {
      const thrown = UNBELIEVABLE.flatMap((status) => [
        failing({ status }),
        failing({ statusCode: status }),
        failing({ status, statusCode: status, expose: true }),
      ]);
      const { request, reports } = await server.start(throwingOneOf(thrown));
      for (const at of thrown.keys()) {
        const response = await request({ path: `/${at}` });
        expect(response.statusLine).toBe('HTTP/1.1 500 Internal Server Error');
        expect(response.text).not.toContain('secret');
        expect(reports[at]).toMatchObject({ level: 'error', status: 500, sentStatus: 500 });
      }
    });

    it('does not believe an error that states two statuses [status-range]', async () => {
      const { request } = await server.start(throwing(failing({ status: 404, statusCode: 410 })));
      expect((await request()).status).toBe(500);
    });

    it.each([
      ['a text of the same number', { status: 404, statusCode: '404' }, 404],
      ['a status of a success', { status: 404, statusCode: 200 }, 404],
      ['a number that is no status', { status: 50, statusCode: 410 }, 410],
      ['what tutorials call fail', { status: 'fail', statusCode: 404 }, 404],
      ['a phrase of better-auth', { status: 'UNAUTHORIZED', statusCode: 401 }, 401],
      ['the contract, and a text', { status: 'fail', statusCode: 409, expose: true }, 409],
    ])('believes one status beside %s [status-range]', async (_what, properties, status) => {
      const { request } = await server.start(throwing(failing(properties)));
      expect((await request()).status).toBe(status);
    });

    it.each([
      ['404', 404, {}, 502, []],
      ['401', 401, { 'www-authenticate': 'Basic realm="secret"' }, 502, []],
      ['500', 500, {}, 502, []],
      ['421 [421-no-proxy]', 421, {}, 502, []],
      ['425 [425-early-data]', 425, {}, 502, []],
      ['511 [511-not-origin]', 511, {}, 502, []],
      ['429', 429, { 'retry-after': '7' }, 503, ['7']],
      ['503', 503, { 'retry-after': '7' }, 503, ['7']],
    ])(
      "does not take another server's answer for its own: %s",
      async (_what, status, headers, sentStatus, retryAfter) => {
        const thrown = upstream(status, headers);
        const { request } = await server.start(throwingOneOf(thrown));
        for (const at of thrown.keys()) {
          const response = await request({ path: `/${at}` });
          expect(response.status).toBe(sentStatus);
          expect(response.values('Retry-After')).toEqual(retryAfter);
          expect(response.values('WWW-Authenticate')).toEqual([]);
          expect(response.text).not.toMatch(/secret|upstream\.example/);
        }
      },
    );

    it.each([
      [
        'axios',
        failing(
          { isAxiosError: true, code: 'ECONNABORTED', request: {} },
          'timeout of 5ms exceeded',
        ),
      ],
      ['got', failing({ name: 'TimeoutError', code: 'ETIMEDOUT', request: {} })],
      ['ky', failing({ name: 'TimeoutError', request: new Request('http://upstream.example/') })],
      ['undici', failing({ name: 'HeadersTimeoutError', code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ])('answers 504 when another server did not in time: %s', async (_client, thrown) => {
      const { request } = await server.start(throwing(thrown));
      expect((await request()).statusLine).toBe('HTTP/1.1 504 Gateway Timeout');
    });
  });
});
