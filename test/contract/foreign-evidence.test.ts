import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing, throwingOneOf } from '../harness/throwing.js';

/** A plain error, as libraries and applications make them. */
function failing(properties: object, message = 'A secret.'): Error {
  return Object.assign(new Error(message), properties);
}

/** All on getters of the class, as generated clients have it. */
class WithGetters extends Error {
  readonly #answer = { status: 404, headers: new Headers({ 'X-Secret': '1' }) };
  get status(): number {
    return this.#answer.status;
  }
  get headers(): Headers {
    return this.#answer.headers;
  }
}

const SECTION = { 'X-Secret': '1', 'Clear-Site-Data': '"*"' };

/** Errors of an exchange, by the shape of no library in particular. */
const EVIDENCE: readonly (readonly [what: string, thrown: unknown])[] = [
  ['a response', failing({ status: 404, response: {} })],
  ['a request', failing({ status: 404, request: {} })],
  ['a Headers', failing({ status: 404, headers: new Headers(SECTION) })],
  ['getters', new WithGetters('A secret.')],
  ...['date', 'Server', 'content-type', 'Content-Length', 'via', 'Set-Cookie', 'cf-ray'].map(
    (name) =>
      [
        `${name} in headers`,
        failing({ status: 404, headers: { ...SECTION, [name]: '1' } }),
      ] as const,
  ),
  ...['x-request-id', 'Request-Id', 'X-Amzn-RequestId', 'x-correlation-id'].map(
    (name) =>
      [`${name} in headers`, failing({ statusCode: 404, headers: { [name]: '1' } })] as const,
  ),
  ['fields under another name', failing({ statusCode: 404, responseHeaders: SECTION })],
  ['raw fields', failing({ statusCode: 404, rawHeaders: ['Date', '1', 'X-Secret', '1'] })],
  ['pairs of fields', failing({ statusCode: 404, rawHeaders: [['Date', '1']] })],
  ...['requestID', 'request_id', 'requestId', 'endpoint', 'rawType', 'responseBody'].map(
    (name) => [name, failing({ status: 404, [name]: 'secret' })] as const,
  ),
  ['moreInfo, though the answer had none', failing({ status: 404, moreInfo: undefined })],
  ['rawResponse', failing({ statusCode: 404, rawResponse: { headers: {}, status: 404 } })],
  ['$metadata', failing({ status: 404, $metadata: { attempts: 1 } })],
  ['meta.statusCode', failing({ statusCode: 404, meta: { statusCode: 404, body: 'secret' } })],
  ['url and body', failing({ status: 404, url: 'https://secret.example/', body: 'secret' })],
  [
    'an answer for a message',
    failing({ status: 404 }, '{"error":{"code":404,"message":"secret"}}'),
  ],
  ['a client’s words', failing({ status: 404 }, 'Request to secret failed with status code 404')],
  ['a hand-made error', failing({ status: 404 }, 'HTTP error! status: 404')],
  ['a status for no answer at all', failing({ status: 400 }, 'connect ECONNREFUSED 10.0.0.7:443')],
  ...[
    'Unexpected status code 404',
    '[HTTP 404] Failed to execute request',
    'GraphQL Error (Code: 404)',
    'Response code 404 (Not Found)',
    'Request failed with HTTP code 404 | Server said: secret',
    '{"message":"secret"}',
    '{"title":"secret","status":404}',
    '<!DOCTYPE html><title>secret</title>',
    '<?xml version="1.0"?><Error>secret</Error>',
  ].map((message) => [message, failing({ status: 404 }, message)] as const),
  ['an id that the answer did not have', failing({ status: 404, requestID: '' })],
  [
    'an address, and a body without content',
    failing({ status: 400, url: 'https://secret.example/', body: '' }),
  ],
  ['a body, a Headers and a 400', failing({ status: 400, headers: new Headers(), body: 'secret' })],
  ['a code for a name, and no error', { name: 'validation_error', statusCode: 404, message: 'x' }],
  ['an answer for an error, and no error', { statusCode: 404, error: { code: 'secret' } }],
  ['no answer for an error, and no error', { statusCode: 404, error: undefined }],
  [
    'a response in what a client’s error wraps',
    failing({ status: 404, raw: failing({ response: { status: 404, headers: {} } }) }),
  ],
  [
    'a response in the data of another framework’s error',
    failing({
      isBoom: true,
      output: { statusCode: 404, payload: {}, headers: {} },
      data: { res: { statusCode: 404, headers: {} } },
    }),
  ],
  ['no status, but a header section', failing({ code: 404, headers: { Date: '1' } })],
  ['all tries of a client', failing({ stackTrace: [{ request: {}, response: {} }] })],
  ['a status line for a name', failing({ name: '404 Not Found' }, '{"status":404}')],
  ['a brand of a library', failing({ status: 404, __isVendorError: true })],
  ['what a wrapper keeps', failing({ lastError: failing({ status: 404, requestID: '1' }) })],
  ['the errors of all tries', failing({ errors: [failing({ status: 404, requestID: '1' })] })],
];

/** Errors of the application, which have something in common with those. */
const OWN: readonly (readonly [what: string, thrown: unknown])[] = [
  ['a plain one', failing({ status: 404 })],
  ['a code and details', failing({ statusCode: 404, code: 'ORDER_GONE', details: [{ id: 7 }] })],
  ['an id that was not set', failing({ statusCode: 404, code: 'X', requestId: undefined })],
  ['fields of its own', failing({ status: 404, headers: { 'Retry-After': '5', 'X-Own': '1' } })],
  ['an empty section', failing({ status: 404, headers: {}, body: { code: 'NOT_FOUND' } })],
  ['the path that was asked for', failing({ status: 404, url: '/orders/7' })],
  ['meta of its own', failing({ status: 404, meta: { order: 7 } })],
  ['an upstream’s error for a cause', failing({ status: 404, cause: failing({ response: {} }) })],
  ['a code for a name', failing({ status: 404, name: 'no_such_order' })],
  ['no error, but thrown', { status: 404, name: 'NoSuchOrder', message: 'A secret.' }],
  ['no error, and a text for one', { status: 404, error: 'No such order' }],
  ['the address of its documentation', failing({ status: 404, url: 'https://api.example/docs' })],
  ['its own status in words', failing({ status: 404 }, '404 Not Found')],
  ['another status in words', failing({ status: 404 }, 'Unexpected status code 401')],
  ['words about the status of something', failing({ status: 404 }, 'The order has status 404')],
  ['the phrase of a time-out', failing({ status: 404 }, 'Request timed out')],
  ['a flag of its own', failing({ status: 404, isOrderError: true, __is: true })],
  ['a time to come back', failing({ status: 404, retryAfter: 5 }, 'Rate limit exceeded')],
  ['http-errors’ contract, and a response', failing({ status: 404, expose: false, response: {} })],
  ['http-errors’ contract, and an id', createError(404, { requestId: '1' })],
];

const TUTORIAL = { status: 'fail', isOperational: true };

describe('a status on an error', () => {
  describeEachServer((server) => {
    it('is another server’s where something tells of an exchange [another-exchange]', async () => {
      const { request, reports } = await server.start(
        throwingOneOf(EVIDENCE.map(([, thrown]) => thrown)),
      );
      for (const [at, [what]] of EVIDENCE.entries()) {
        const response = await request({ path: `/${at}` });
        expect([what, response.status]).toEqual([what, 502]);
        expect(response.bytes.toString('latin1')).not.toMatch(/secret|clear-site|ECONN/i);
        expect(reports[at]).toMatchObject({ level: 'error', mapper: 'upstream' });
      }
    });

    it('is the application’s where nothing does [status-range]', async () => {
      const { request } = await server.start(throwingOneOf(OWN.map(([, thrown]) => thrown)));
      for (const [at, [what]] of OWN.entries()) {
        const response = await request({ path: `/${at}` });
        expect([what, response.status]).toEqual([what, 404]);
        expect(response.text).not.toContain('secret');
      }
    });

    it.each([
      ['seconds', { headers: { date: '1', 'Retry-After': '30' } }, '30'],
      [
        'seconds that only a function tells',
        { response: { headers: { get: (name: string) => (name === 'retry-after' ? 30 : null) } } },
        '30',
      ],
      ['milliseconds', { headers: new Headers({ 'retry-after-ms': '1500' }) }, '2'],
      ['seconds of the client’s', { requestID: '1', retryAfter: 30 }, '30'],
      ['a date of the client’s', { requestID: '1', retryAfter: new Date('2000-01-01') }, undefined],
      ['a delta', { headers: { date: '1', 'RateLimit-Reset': '30' } }, '30'],
      ['more than a day', { headers: { date: '1', 'Retry-After': '86401' } }, undefined],
      ['no time', { headers: { date: '1', 'Retry-After': 'soon' } }, undefined],
    ])(
      'of a refusal for load keeps when to come back: %s [503-retry-after]',
      async (_what, more, value) => {
        const thrown = [429, 503, 529].map((status) => failing({ status, ...more }));
        const { request } = await server.start(throwingOneOf(thrown));
        for (const at of thrown.keys()) {
          const response = await request({ path: `/${at}` });
          expect([response.status, response.value('Retry-After')]).toEqual([503, value]);
        }
      },
    );

    it.each([
      'Request timed out.',
      'Timeout of 200ms exceeded',
      'Request aborted due to timeout being reached (200ms)',
      'Socket timeout',
      'Request to secret has timed out',
    ])(
      'is not needed to tell that nothing came in time: %s [another-exchange]',
      async (message) => {
        const { request } = await server.start(throwing(new Error(message)));
        expect((await request()).statusLine).toBe('HTTP/1.1 504 Gateway Timeout');
      },
    );

    it.each<[string, object, string, number, string | undefined]>([
      ['429 for a name', { name: '429 Too Many Requests' }, '{"status":429}', 503, undefined],
      ['404 for a name', { name: '404 Not Found' }, 'A secret.', 502, undefined],
      [
        'a code of a limit, and a time',
        { code: 'vendor_rate_limited_error', retryAfter: 30 },
        'A secret.',
        503,
        '30',
      ],
      ['words of a limit, and a time', { retryAfter: 30 }, 'Too many requests', 503, '30'],
      ['a name of a limit, and a time', { name: 'ThrottlingError', retryAfter: 1.5 }, '', 503, '2'],
      [
        'words of a limit alone',
        { code: 'vendor_rate_limited_error' },
        'A secret.',
        500,
        undefined,
      ],
      ['a time alone', { retryAfter: 30 }, 'A secret.', 500, undefined],
      [
        'a last try that was refused for load',
        {
          stackTrace: [
            { request: {}, response: { status: 500 } },
            { request: {}, response: { status: 503, headers: { 'retry-after': '30' } } },
          ],
        },
        'Unreachable hosts',
        503,
        '30',
      ],
      [
        'a last try that got no answer in time',
        { stackTrace: [{ request: {}, response: { status: 0, isTimedOut: true } }] },
        'Unreachable hosts',
        504,
        undefined,
      ],
      [
        'a last try that was answered badly',
        { stackTrace: [{ request: {}, response: { status: 404, isTimedOut: false } }] },
        'Unreachable hosts',
        502,
        undefined,
      ],
    ])(
      'may stand elsewhere: %s [another-exchange]',
      async (_what, properties, message, status, time) => {
        const { request } = await server.start(throwing(failing(properties, message)));
        const response = await request();
        expect([response.status, response.value('Retry-After')]).toEqual([status, time]);
        expect(response.text).not.toContain('secret');
      },
    );

    it('leaves with its message if the tutorials’ class says that it may [problem-detail]', async () => {
      const { request } = await server.start(
        throwingOneOf([
          failing({ ...TUTORIAL, statusCode: 404 }, 'No such tour.'),
          failing({ ...TUTORIAL, statusCode: 503 }, 'A secret.'),
          failing({ ...TUTORIAL, statusCode: 404, expose: false }, 'A secret.'),
          failing({ ...TUTORIAL, statusCode: 404, response: {} }, 'A secret.'),
        ]),
      );
      expect((await request({ path: '/0' })).json()).toMatchObject({
        status: 404,
        detail: 'No such tour.',
      });
      for (const [at, status] of [503, 404, 502].entries()) {
        const response = await request({ path: `/${at + 1}` });
        expect(response.status).toBe(status);
        expect(response.text).not.toContain('secret');
      }
    });

    it('may be left out: what is for the client is a 500 with its message [problem-detail]', async () => {
      const { request } = await server.start(
        throwingOneOf([
          failing({ expose: true }, 'The mill is closed.'),
          failing({ expose: false }, 'A secret.'),
        ]),
      );
      expect((await request({ path: '/0' })).json()).toMatchObject({
        status: 500,
        detail: 'The mill is closed.',
      });
      expect((await request({ path: '/1' })).text).not.toContain('secret');
    });
  });
});

const OWED = {
  'Retry-After': '30',
  'RateLimit-Policy': '"default";q=100',
  'X-RateLimit-Limit': '100',
  Accept: 'text/csv',
};
const RULES = {
  'Content-Security-Policy': 'default-src *',
  'X-Content-Type-Options': 'sniff',
};
const MORE = { 'Clear-Site-Data': '"*"', 'X-More': '1' };

describe('the headers on an error', () => {
  describeEachServer((server) => {
    it('are owed by the status, or stay, without http-errors’ contract [503-retry-after]', async () => {
      const headers = { ...OWED, ...RULES, ...MORE };
      const { request } = await server.start(throwing(failing({ status: 429, headers })));
      const response = await request({ headers: { Accept: 'text/html' } });
      for (const [name, value] of Object.entries(OWED)) expect(response.value(name)).toBe(value);
      for (const name of Object.keys(MORE)) expect(response.value(name)).toBeUndefined();
    });

    it.each([429, 500])(
      'never replace our own rules for the page, on a %i [content-type]',
      async (status) => {
        const headers = { ...OWED, ...RULES, ...MORE };
        const plain = await server.start(throwing(createError(status)));
        const contract = await server.start(throwing(createError(status, { headers })));
        const options = { headers: { Accept: 'text/html' } };
        const [own, answered] = [await plain.request(options), await contract.request(options)];
        for (const name of Object.keys(RULES))
          expect(answered.values(name)).toEqual(own.values(name));
        for (const [name, value] of Object.entries(MORE)) expect(answered.value(name)).toBe(value);
      },
    );

    it('do not leave if they are a Headers, or came with a Date [another-exchange]', async () => {
      const received = [new Headers(MORE), { ...MORE, Date: 'Tue, 24 Nov 2026 09:00:00 GMT' }];
      const thrown = received.map((headers) => createError(404, { headers }));
      const { request } = await server.start(throwingOneOf(thrown));
      for (const at of thrown.keys()) {
        const response = await request({ path: `/${at}` });
        expect(response.status).toBe(404);
        for (const name of Object.keys(MORE)) expect(response.value(name)).toBeUndefined();
      }
    });

    it('may challenge the client [401-challenge]', async () => {
      const headers = { 'WWW-Authenticate': 'Basic realm="orders"' };
      const { request } = await server.start(throwing(failing({ status: 401, headers })));
      expect((await request()).values('WWW-Authenticate')).toEqual(Object.values(headers));
    });
  });
});
