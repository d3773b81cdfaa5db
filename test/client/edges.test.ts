import {
  axiosProblem,
  gotProblem,
  isProblem,
  kyProblem,
  ProblemError,
  problemFetch,
  type RequestError,
  readProblem,
} from '@faultless/client';

function thrownBy(work: () => unknown): RequestError {
  try {
    work();
  } catch (error) {
    return error as RequestError;
  }
  throw new Error('nothing was thrown');
}

const JSON_TYPE = { 'content-type': 'application/problem+json' };

/** What libraries hand over, of which any part may be missing. */
describe('axiosProblem', () => {
  it.each<[what: string, failure: object, expected: object]>([
    ['nothing but a configuration', { config: {} }, { kind: 'network', method: 'GET', url: '' }],
    [
      'an address beside a base',
      { config: { url: 'https://a.example/b', baseURL: 'https://c.example' } },
      { url: 'https://a.example/b' },
    ],
    [
      'content that is a stream',
      { config: { method: 'put', data: { pipe: () => undefined } }, code: 'ECONNABORTED' },
      { kind: 'timeout', retry: { worthwhile: false } },
    ],
    ['null for content', { config: { data: null } }, { retry: { worthwhile: true } }],
  ])('takes %s', (_what, failure, expected) => {
    expect(thrownBy(() => axiosProblem()(failure))).toMatchObject(expected);
  });

  it('takes fields in several lines, and passes over what can be none', () => {
    const headers = { ...JSON_TYPE, link: ['<a>', '<b>'], age: 1, 'no name': 'a', x: {} };
    const response = { status: 422, headers, data: { title: 'a' } };
    const error = thrownBy(() => axiosProblem()({ config: { url: '/a' }, response }));
    if (!isProblem(error)) throw error;
    expect(error.problem).toEqual({ type: 'about:blank', status: 422, title: 'a' });
    expect([...error.headers.keys()]).toEqual(['age', 'content-type', 'link']);
    expect(error.headers.get('link')).toBe('<a>, <b>');
  });

  it('takes data that can be no text again', () => {
    const data: Record<string, unknown> = {};
    data.self = data;
    const response = { status: 500, headers: JSON_TYPE, data };
    const error = thrownBy(() => axiosProblem()({ config: {}, response }));
    expect(error).toMatchObject({ problem: { type: 'about:blank', status: 500 } });
  });
});

describe('gotProblem', () => {
  const options = { method: 'POST', headers: {}, url: new URL('https://a.example/b?c') };

  it.each<[what: string, failure: object, expected: object]>([
    [
      'a body that is text',
      { response: { statusCode: 409, headers: JSON_TYPE, body: '{"title":"a"}' } },
      { problem: { title: 'a' }, url: 'https://a.example/b' },
    ],
    [
      'a response that is none of an error',
      { response: { statusCode: 200, headers: {} }, name: 'ParseError' },
      { kind: 'network', retry: { worthwhile: false } },
    ],
    ['an address that is none', { options: { ...options, url: {} } }, { url: '' }],
    ['no address', { options: { method: 'GET', headers: {} } }, { url: '' }],
    ['what was cancelled', { name: 'CancelError' }, { kind: 'aborted' }],
  ])('takes %s', (_what, failure, expected) => {
    const error = gotProblem()({ name: 'RequestError', options, ...failure });
    expect(error).toMatchObject(expected);
  });
});

it('kyProblem leaves the response to be read by others', async () => {
  const response = new Response('{"title":"a"}', { status: 409, headers: JSON_TYPE });
  const request = new Request('https://a.example/', { method: 'POST' });
  const error: unknown = await kyProblem()({ response, request });
  expect(error).toMatchObject({ problem: { title: 'a' }, retry: { worthwhile: false } });
  expect(await response.text()).toBe('{"title":"a"}');
});

describe('readProblem', () => {
  it('takes a response without a body, or an address', async () => {
    const error = await readProblem(new Response(null, { status: 404, headers: JSON_TYPE }));
    expect(error.problem).toEqual({ type: 'about:blank', status: 404 });
    expect(error.message).toBe('GET : 404');
  });

  it('leaves a relative type as it is where no address is known', async () => {
    const response = new Response('{"type":"/a"}', { status: 404, headers: JSON_TYPE });
    expect((await readProblem(response)).type).toBe('/a');
  });

  it('takes an empty type for none', async () => {
    const response = new Response('{"type":""}', { status: 404, headers: JSON_TYPE });
    expect((await readProblem(response)).type).toBe('about:blank');
  });

  it('takes a body that can’t be let go', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100)),
      cancel: () => Promise.reject(new Error('no')),
    });
    const response = new Response(body, { status: 500, headers: JSON_TYPE });
    expect((await readProblem(response, { maxBytes: 10 })).problem.title).toBeUndefined();
  });

  it('reads what is temporary in XML, and a status that is none', async () => {
    const text =
      '<problem xmlns="urn:ietf:rfc:7807"><temporary>true</temporary><status>x</status></problem>';
    const headers = { 'content-type': 'application/problem+xml' };
    const error = await readProblem(new Response(text, { status: 500, headers }), {
      idempotencyKey: true,
      method: 'post',
    });
    expect(error).toMatchObject({ problem: { temporary: true, status: 500 } });
    expect(error.retry).toMatchObject({ worthwhile: true, reason: 'it has an Idempotency-Key' });
  });

  it('decodes octets of UTF-8 in a challenge', async () => {
    const headers = { 'www-authenticate': 'Basic realm="M\u00c3\u00bcller"' };
    const { challenges } = await readProblem(new Response(null, { status: 401, headers }));
    expect(challenges).toEqual([{ scheme: 'Basic', params: { realm: 'Müller' } }]);
  });

  it.each([
    ['a year that no date has', 'Sun, 99 Nov 1994 99:49:47 GMT', undefined],
    ['a date without a clock of the server', new Date(Date.now() - 1000).toUTCString(), 0],
  ])('takes %s', async (_what, value, afterMs) => {
    const headers = { 'retry-after': value };
    const { retry } = await readProblem(new Response(null, { status: 503, headers }));
    expect(retry.afterMs).toBe(afterMs);
  });
});

describe('problemFetch', () => {
  it('says what a fetch throws that throws anything', async () => {
    const request = problemFetch(() => Promise.reject(new DOMException('a', 'AbortError')));
    await expect(request(new URL('https://a.example/'))).rejects.toMatchObject({ kind: 'aborted' });
    const strange = problemFetch(() => Promise.reject('a'), { retries: 0 });
    await expect(strange('/a')).rejects.toMatchObject({ kind: 'network', url: '/a', cause: 'a' });
  });

  it('gives each attempt its time beside the caller’s signal', async () => {
    const waiting = problemFetch(
      (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
      { timeoutMs: 20, retries: 0 },
    );
    const { signal } = new AbortController();
    await expect(waiting('/a', { signal })).rejects.toMatchObject({ kind: 'timeout' });
    const request = new Request('https://a.example/', { signal });
    await expect(waiting(request)).rejects.toMatchObject({ kind: 'timeout' });
  });
});

it('isProblem knows no other error', () => {
  const sent = { method: 'GET', url: '', hasKey: false, isRepeatable: true };
  const problem = { type: 'a:b', status: 400 };
  const error = new ProblemError(sent, { problem, headers: new Headers() });
  expect([isProblem(error), isProblem(error, 'a:b'), isProblem(error, { type: 'a:c' })]).toEqual([
    true,
    true,
    false,
  ]);
  const others = [
    null,
    'a',
    new Error('a'),
    Object.assign(new Error('a'), { name: 'ProblemError' }),
  ];
  expect(others.map((other) => isProblem(other))).toEqual([false, false, false, false]);
});
