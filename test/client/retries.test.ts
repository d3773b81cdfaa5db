import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemFetch } from '@faultless/client';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

/** Answers one after the other, the last for all that follow, and counts. */
async function serveInTurn(
  ...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]
) {
  const asked: { method: string; content: string }[] = [];
  const { port } = await serve(async (request, response) => {
    let content = '';
    for await (const chunk of request) content += String(chunk);
    asked.push({ method: request.method ?? '', content });
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
    expect(asked).toEqual([
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
    ['nonsense', { 'Retry-After': 'soon' }, undefined],
    ['less than nothing', { 'Retry-After': '-1' }, undefined],
  ])('that is %s', async (_what, fields, afterMs) => {
    const { url } = await serveInTurn(status(503, fields));
    const request = problemFetch(fetch, { retries: 0 });
    await expect(request(url)).rejects.toMatchObject({ retry: { afterMs } });
  });
});

describe('problemFetch', () => {
  it('gives an attempt that takes too long up, and tries once more', async () => {
    const { url, asked } = await serveInTurn(() => undefined, status(200));
    const response = await problemFetch(fetch, { timeoutMs: 100 })(url);
    expect([response.status, asked.length]).toEqual([200, 2]);
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
    [{ retries: -1 }, 'retries must be a number, 0 or more, not -1'],
    [{ retries: '2' }, 'retries must be a number, 0 or more, not 2'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs must be a number, 0 or more, not NaN'],
    [{ envelope: {} }, 'envelope must be a function'],
    [{ retry: 2 }, 'retry is no option of problemFetch'],
  ])('refuses %j', (options, message) => {
    expect(() => problemFetch(fetch, options as never)).toThrow(new TypeError(message));
  });

  it('refuses what is no fetch', () => {
    expect(() => problemFetch({} as never)).toThrow(new TypeError('fetch must be a function'));
  });
});
