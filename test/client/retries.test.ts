import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { problemFetch, type RequestError } from '@faultless/client';
import { jest } from '@jest/globals';
import * as undici from 'undici';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';

afterEach(closeAll);

/** Answers one after the other, the last for all that follow, and counts. */
async function serveInTurn(
  ...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]
) {
  const asked: { method: string; content: string; at: number }[] = [];
  const { port } = await serve(async (request, response) => {
    let content = '';
    for await (const chunk of request) content += String(chunk);
    asked.push({ method: request.method ?? '', content, at: performance.now() });
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response);
  });
  return { url: `http://127.0.0.1:${port}/`, asked };
}

function status(code: number, fields: Record<string, string> = {}, document?: object) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(code, { 'Content-Type': 'application/problem+json', ...fields });
    response.end(JSON.stringify(document ?? {}));
  };
}

const hangUp = (request: IncomingMessage) => request.socket.destroy();

const SOON = { 'Retry-After': '0' };

describe('problemFetch sends again', () => {
  it.each<
    [
      what: string,
      answer: (request: IncomingMessage, response: ServerResponse) => void,
      init: RequestInit,
    ]
  >([
    ['a GET after a 503', status(503, SOON), {}],
    ['a GET after a 502, a 504', status(502), {}],
    ['a GET after a 500 that is temporary', status(500, {}, { temporary: true }), {}],
    ['a GET after a 500 that says when', status(500, SOON), {}],
    ['a GET after a broken connection', hangUp, {}],
    ['a PUT with a body after a 503', status(503), { method: 'PUT', body: 'again' }],
    ['a DELETE after a 503', status(503), { method: 'delete' }],
    ['a QUERY after a 503 (RFC 10008)', status(503), { method: 'QUERY', body: 'again' }],
    ['a POST after a 429', status(429, SOON), { method: 'POST', body: 'again' }],
    ['a POST after a 425', status(425), { method: 'POST', body: 'again' }],
    [
      'a POST with an Idempotency-Key after a 503',
      status(503),
      { method: 'POST', body: 'again', headers: { 'Idempotency-Key': '"1"' } },
    ],
  ])('%s', async (_what, answer, init) => {
    const { url, asked } = await serveInTurn(answer, status(200));
    const response = await problemFetch(fetch)(url, init);
    expect(response.status).toBe(200);
    const content = typeof init.body === 'string' ? init.body : '';
    const method = (init.method ?? 'GET').toUpperCase();
    expect(asked).toMatchObject([
      { method, content },
      { method, content },
    ]);
  });

  it('a Request with a body', async () => {
    const { url, asked } = await serveInTurn(status(503), status(200));
    const request = new Request(url, { method: 'PUT', body: 'again' });
    const response = await problemFetch(fetch)(request);
    expect([response.status, asked.map(({ content }) => content)]).toEqual([
      200,
      ['again', 'again'],
    ]);
  });

  it('a Request of another fetch', async () => {
    const { url, asked } = await serveInTurn(status(503), status(404));
    const request = new undici.Request(url, { method: 'PUT', body: 'again' });
    const error = await problemFetch(undici.fetch as unknown as typeof fetch)(
      request as unknown as Request,
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 404, method: 'PUT', url });
    expect(asked.map(({ content }) => content)).toEqual(['again', 'again']);
  });

  it('within the longest wait, however often', async () => {
    const { url, asked } = await serveInTurn(status(503));
    const request = problemFetch(fetch, { retries: 12, maxDelayMs: 2 });
    await expect(request(url)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(13);
  });

  it('after full jitter: a part of a bound that doubles, beyond what the server asks for', async () => {
    const random = jest.spyOn(Math, 'random');
    const waits: number[] = [];
    try {
      for (const part of [0, 0.5]) {
        random.mockReturnValue(part);
        const { url, asked } = await serveInTurn(
          status(503),
          status(503),
          status(503, SOON),
          status(200),
        );
        await problemFetch(fetch, { retries: 3 })(url);
        waits.push(...asked.slice(1).map(({ at }, index) => at - Number(asked[index]?.at)));
      }
    } finally {
      random.mockRestore();
    }
    const [first = 0, second = 0, third = 0, ...halves] = waits;
    expect(Math.max(first, second, third)).toBeLessThan(100);
    // Half of 300, of 600 and of 1200 ms; a timer may be a moment early.
    expect(halves.map((wait, index) => wait >= Number([149, 299, 599][index]))).toEqual([
      true,
      true,
      true,
    ]);
    expect(halves.map((wait, index) => wait < Number([300, 600, 1200][index]))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('no more often than it was told', async () => {
    const { url, asked } = await serveInTurn(status(503, SOON));
    await expect(problemFetch(fetch, { retries: 3 })(url)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(4);
  });
});

describe('problemFetch does not send again', () => {
  it.each<
    [
      what: string,
      answer: (request: IncomingMessage, response: ServerResponse) => void,
      init: RequestInit,
      reason: string,
    ]
  >([
    ['after a 404', status(404), {}, 'a 404 stays'],
    ['after a 500', status(500), {}, 'a 500 stays'],
    ['after a 503 that will stay', status(503, {}, { temporary: false }), {}, 'a 503 stays'],
    ['a POST after a 503', status(503, SOON), { method: 'POST' }, 'a second POST may do it twice'],
    [
      'a PATCH after a broken connection',
      hangUp,
      { method: 'PATCH' },
      'a second PATCH may do it twice',
    ],
    ['after a day', status(503, { 'Retry-After': '86400' }), {}, 'GET may be repeated'],
    [
      'after more than any timer waits',
      status(503, { 'Retry-After': '99999999999999' }),
      {},
      'GET may be repeated',
    ],
  ])('%s', async (_what, answer, init, reason) => {
    const { url, asked } = await serveInTurn(answer);
    await expect(problemFetch(fetch)(url, init)).rejects.toMatchObject({ retry: { reason } });
    expect(asked).toHaveLength(1);
  });

  it('a stream, which is gone', async () => {
    const { url, asked } = await serveInTurn(status(503));
    const body = new Blob(['once']).stream();
    const init = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    await expect(problemFetch(fetch)(url, init)).rejects.toMatchObject({
      retry: { worthwhile: false, reason: 'the content was a stream, which is gone' },
    });
    expect(asked).toHaveLength(1);
  });

  it('a generator, or a stream of Node’s, which are gone too', async () => {
    const { url, asked } = await serveInTurn(status(503));
    const generate = async function* () {
      yield Buffer.from('once');
    };
    for (const body of [generate(), Readable.from(['once'])]) {
      const init = { method: 'PUT', body, duplex: 'half' } as unknown as RequestInit;
      await expect(problemFetch(fetch)(url, init)).rejects.toMatchObject({
        retry: { worthwhile: false, reason: 'the content was a stream, which is gone' },
      });
    }
    expect(asked.map(({ content }) => content)).toEqual(['once', 'once']);
  });

  it('once the caller has given it up, whatever the reason', async () => {
    const { url, asked } = await serveInTurn(() => undefined, status(503, { 'Retry-After': '20' }));
    for (let index = 0; index < 2; index += 1) {
      const giving = new AbortController();
      const failing = problemFetch(fetch)(url, { signal: giving.signal });
      await until(function isAsked() {
        return asked.length > index;
      });
      giving.abort('the user has left');
      await expect(failing).rejects.toMatchObject({
        kind: 'aborted',
        cause: 'the user has left',
        retry: { worthwhile: false },
      });
    }
    expect(asked).toHaveLength(2);
  });

  it('once the caller has given it up, before or between', async () => {
    const { url, asked } = await serveInTurn(status(503, { 'Retry-After': '20' }));
    const signal = AbortSignal.timeout(100);
    const before = Date.now();
    await expect(problemFetch(fetch)(url, { signal })).rejects.toMatchObject({ kind: 'timeout' });
    expect(Date.now() - before).toBeLessThan(10_000);
    await expect(problemFetch(fetch)(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
      retry: { worthwhile: false },
    });
    expect(asked).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', { 'Retry-After': '7' }, 7000],
    [
      'a date, by the clock of the server',
      {
        Date: 'Sun, 06 Nov 1994 08:49:37 GMT',
        'Retry-After': 'Sun, 06 Nov 1994 08:49:47 GMT',
      },
      10_000,
    ],
    [
      'a date that is past',
      { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:00:00 GMT' },
      0,
    ],
    [
      'a date of RFC 850',
      { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sunday, 06-Nov-94 08:49:47 GMT' },
      10_000,
    ],
    [
      'a date of asctime',
      { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sun Nov  6 08:49:47 1994' },
      10_000,
    ],
    [
      'a date of asctime, by a clock of RFC 850',
      { Date: 'Wednesday, 16-Nov-94 08:49:37 GMT', 'Retry-After': 'Wed Nov 16 08:50:37 1994' },
      60_000,
    ],
    [
      'a date of the last century, without a clock',
      { Date: 'never', 'Retry-After': 'Sunday, 06-Nov-94 08:49:37 GMT' },
      0,
    ],
    ['a date of another zone', { 'Retry-After': 'Sun, 06 Nov 2094 08:49:37 +0200' }, undefined],
    ['a date without a zone', { 'Retry-After': 'Sun, 06 Nov 2094 08:49:37' }, undefined],
    ['an instant of ISO 8601', { 'Retry-After': '2094-11-06T08:49:37Z' }, undefined],
    ['two numbers', { 'Retry-After': '5, 10' }, undefined],
    ['longer than anybody lives', { 'Retry-After': '99999999999999' }, 99_999_999_999_999_000],
    ['nonsense', { 'Retry-After': 'soon' }, undefined],
    ['less than nothing', { 'Retry-After': '-1' }, undefined],
  ])('that is %s', async (_what, fields, afterMs) => {
    const { url } = await serveInTurn(status(503, fields));
    const request = problemFetch(fetch, { retries: 0 });
    await expect(request(url)).rejects.toMatchObject({ retry: { afterMs } });
  });
});

it.each([
  [49, 'ahead', true],
  [51, 'behind', false],
])(
  'a year of two digits that would be %i ahead is %s (RFC 9110 §5.6.7)',
  async (years, _where, isAhead) => {
    const date = new Date();
    date.setUTCFullYear(date.getUTCFullYear() + years);
    const [, day, month, year, time] = date.toUTCString().split(' ');
    const value = `Friday, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
    const { url } = await serveInTurn(status(503, { 'Retry-After': value }));
    const error: unknown = await problemFetch(fetch, { retries: 0 })(url).catch(
      (thrown: unknown) => thrown,
    );
    const { afterMs = -1 } = (error as RequestError).retry;
    expect([afterMs > 0, afterMs === 0]).toEqual([isAhead, !isAhead]);
  },
);

describe('problemFetch', () => {
  it('gives an attempt that takes too long up, and tries once more', async () => {
    const { url, asked } = await serveInTurn(() => undefined, status(200));
    const response = await problemFetch(fetch, { timeoutMs: 100, retries: undefined })(url);
    expect([response.status, asked.length]).toEqual([200, 2]);
  });

  it('gives a good response all the time that it takes, once it has begun', async () => {
    const { url } = await serveInTurn((_request, response) => {
      response.write('be');
      setTimeout(() => response.end('gun'), 200);
    });
    const response = await problemFetch(fetch, { timeoutMs: 100 })(url);
    expect(await response.text()).toBe('begun');
  });

  it.each([
    ['in the time of an attempt', { timeoutMs: 100 }, 5_000],
    ['in five seconds', {}, 15_000],
  ])('gives up an error whose body doesn’t come, %s', async (_what, options, most) => {
    const { url } = await serveInTurn((_request, response) => {
      response.writeHead(500, { 'Content-Type': 'application/problem+json' });
      response.write('{"title":');
    });
    const before = performance.now();
    await expect(problemFetch(fetch, options)(url)).rejects.toMatchObject({
      problem: { type: 'about:blank', status: 500 },
    });
    expect(performance.now() - before).toBeLessThan(most);
  });

  it('gives what is no failure as it came', async () => {
    const { url } = await serveInTurn(status(304));
    expect((await problemFetch(fetch)(url)).status).toBe(304);
  });

  it('tells no secret of an address', async () => {
    const request = problemFetch(fetch, { retries: 0 });
    const secret = 'http://user:pass@127.0.0.1:1/a?token=b#c';
    const error: unknown = await request(secret).catch((thrown: unknown) => thrown);
    // Fetch itself refuses an address with a password, and says it.
    expect(error).toMatchObject({ url: 'http://127.0.0.1:1/a', kind: 'network' });
    expect(String(error)).toBe('RequestError: GET http://127.0.0.1:1/a: no response came');
  });

  it.each([
    ['http:/user:pass@127.0.0.1:1/a?b', 'http:/127.0.0.1:1/a'],
    ['http:\\\\user:pass@127.0.0.1:1/a#b', 'http:\\\\127.0.0.1:1/a'],
    ['http:user:pa@ss@127.0.0.1:1', 'http:127.0.0.1:1'],
    ['//user:pass@127.0.0.1:1/a', '//127.0.0.1:1/a'],
    ['/files/a@b', '/files/a@b'],
    ['http://127.0.0.1:1/a@b', 'http://127.0.0.1:1/a@b'],
  ])('tells of %s no more than %s', async (address, url) => {
    const asking = problemFetch(fetch, { retries: 0 })(address);
    await expect(asking).rejects.toMatchObject({ url, kind: 'network' });
  });

  it.each([
    [{ retries: -1 }, 'retries must be a number from 0 to 2147483647, not -1'],
    [{ retries: '2' }, 'retries must be a number from 0 to 2147483647, not 2'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs must be a number from 0 to 2147483647, not NaN'],
    // No timer waits for so long: it would be over at once.
    [{ maxDelayMs: 2 ** 31 }, 'maxDelayMs must be a number from 0 to 2147483647, not 2147483648'],
    [{ timeoutMs: Infinity }, 'timeoutMs must be a number from 0 to 2147483647, not Infinity'],
    [{ envelope: {} }, 'envelope must be a function'],
    [{ retry: 2 }, 'retry is no option of problemFetch'],
  ])('refuses %j', (options, message) => {
    expect(() => problemFetch(fetch, options as never)).toThrow(new TypeError(message));
  });

  it('refuses what is no fetch', () => {
    expect(() => problemFetch({} as never)).toThrow(new TypeError('fetch must be a function'));
  });
});
