import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import {
  axiosProblem,
  gotProblem,
  isProblem,
  kyProblem,
  problemType,
  type RequestError,
} from '@faultless/client';
import {
  basic,
  challenge,
  defineProblem,
  handle,
  ProxyAuthenticationRequired,
  ServiceUnavailable,
  Unauthorized,
} from '@faultless/node';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import { closeAll, serve } from '../harness/serve.js';

const URI = 'https://example.com/problems/out-of-credit';
const OutOfCreditThrown = defineProblem<{ balance: number }>({
  type: URI,
  title: 'No.',
  status: 403,
});
const OutOfCredit = problemType<{ balance: number }>(URI);

const viaAxios = axios.create();
viaAxios.interceptors.response.use(undefined, axiosProblem());
const viaKy = ky.create({ retry: 0, hooks: { beforeError: [kyProblem()] } });
const viaGot = got.extend({ retry: { limit: 0 }, hooks: { beforeError: [gotProblem()] } });

interface Library {
  readonly name: string;
  ask(url: string, method: 'get' | 'post', key?: string): Promise<unknown>;
  giveUp(url: string): Promise<unknown>;
}

const headersOf = (key?: string): Record<string, string> =>
  key === undefined ? {} : { 'Idempotency-Key': key };

const LIBRARIES: readonly Library[] = [
  {
    name: 'axios',
    ask: (url, method, key) => viaAxios({ url, method, headers: headersOf(key) }),
    giveUp: (url) => viaAxios({ url, timeout: 100 }),
  },
  {
    name: 'got',
    ask: (url, method, key) => viaGot(url, { method, headers: headersOf(key) }),
    giveUp: (url) => viaGot(url, { timeout: { request: 100 } }),
  },
];

const KY: Pick<Library, 'name' | 'ask'> = {
  name: 'ky',
  ask: (url, method, key) => viaKy(url, { method, headers: headersOf(key) }),
};

let origin: string;

beforeAll(async () => {
  const answer = handle(
    async ({ url = '' }: IncomingMessage, _response: ServerResponse) => {
      if (url.startsWith('/credit')) throw new OutOfCreditThrown('Not enough.', { balance: 30 });
      if (url.startsWith('/sign-in')) throw new Unauthorized('orders');
      if (url.startsWith('/proxy'))
        throw new ProxyAuthenticationRequired([basic({ realm: 'a' }), challenge('Newauth')]);
      if (url.startsWith('/later')) throw new ServiceUnavailable({ retryAfter: 7 });
      await new Promise(() => undefined);
    },
    { report: () => undefined },
  );
  origin = `http://127.0.0.1:${(await serve(answer)).port}`;
});

afterAll(closeAll);

async function caughtBy(work: Promise<unknown>): Promise<RequestError> {
  try {
    await work;
  } catch (error) {
    return error as RequestError;
  }
  throw new Error('it was a good answer');
}

describe.each([...LIBRARIES, KY])('$name', ({ ask }) => {
  it('throws the problem with its members', async () => {
    const error = await caughtBy(ask(`${origin}/credit?card=4111`, 'get'));
    if (!isProblem(error, OutOfCredit)) throw new Error('it was another', { cause: error });
    expect(error.problem).toMatchObject({ balance: 30, detail: 'Not enough.', status: 403 });
    expect(error.url).toBe(`${origin}/credit`);
  });

  it('throws a problem with challenges', async () => {
    const error = await caughtBy(ask(`${origin}/sign-in`, 'get'));
    expect(error).toMatchObject({
      challenges: [{ scheme: 'Bearer', params: { realm: 'orders' } }],
    });
  });

  it.each([
    ['get', undefined, true],
    ['post', undefined, false],
    ['post', '"1"', true],
  ] as const)(
    'knows whether a %s with the key %s may be repeated',
    async (method, key, worthwhile) => {
      const { retry } = await caughtBy(ask(`${origin}/later`, method, key));
      expect(retry).toMatchObject({ worthwhile, afterMs: 7000 });
    },
  );
});

describe.each(LIBRARIES)('$name, without a response', ({ ask, giveUp }) => {
  it('says that none came', async () => {
    const error = await caughtBy(ask('http://127.0.0.1:1/a?b', 'get'));
    expect(error).toMatchObject({
      kind: 'network',
      url: 'http://127.0.0.1:1/a',
      retry: { worthwhile: true },
    });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('says that none came in time', async () => {
    expect(await caughtBy(giveUp(`${origin}/never`))).toMatchObject({ kind: 'timeout' });
  });
});

it('axios: what the caller has given up is so', async () => {
  const signal = AbortSignal.timeout(50);
  const error = await caughtBy(viaAxios({ url: `${origin}/never`, signal }));
  expect(error).toMatchObject({ kind: 'aborted', retry: { worthwhile: false } });
});

it('got: what the caller has given up is what got says', async () => {
  const work = viaGot(`${origin}/never`, { signal: AbortSignal.timeout(50) });
  const error = await caughtBy(work);
  // Got asks no hook then: what is caught is its own.
  expect(error.name).toBe('TimeoutError');
});

it('got: challenges of a proxy are read, which fetch does not let through', async () => {
  const error = await caughtBy(viaGot(`${origin}/proxy`));
  expect(isProblem(error) && error.challenges.map(({ scheme }) => scheme)).toEqual([
    'Basic',
    'Newauth',
  ]);
});

it.each([...LIBRARIES, KY])('$name: a body of ten megabytes says nothing', async ({ ask }) => {
  const { port } = await serve((_request, response) => {
    response.writeHead(422, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ title: 'x'.repeat(10_000_000) }));
  });
  const error = await caughtBy(ask(`http://127.0.0.1:${port}/`, 'get'));
  expect(error).toMatchObject({ problem: { type: 'about:blank', status: 422 } });
  expect(isProblem(error) && error.problem.title).toBeUndefined();
});

describe('content that is gone', () => {
  const stream = () => new Blob(['once']).stream();
  const generate = async function* () {
    yield Buffer.from('once');
  };

  it.each<[what: string, send: () => Promise<unknown>]>([
    ['a stream, by ky', () => viaKy.put(`${origin}/later`, { body: stream() })],
    [
      'a stream of Node’s, by got',
      () => viaGot.put(`${origin}/later`, { body: Readable.from(['a']) }),
    ],
    ['a generator, by got', () => viaGot.put(`${origin}/later`, { body: generate() })],
    ['a stream of Node’s, by axios', () => viaAxios.put(`${origin}/later`, Readable.from(['a']))],
    ['a stream, by axios', () => viaAxios.put(`${origin}/later`, stream(), { adapter: 'fetch' })],
  ])('cannot be sent again: %s', async (_what, send) => {
    expect(await caughtBy(send())).toMatchObject({
      status: 503,
      retry: { worthwhile: false, reason: 'the content was a stream, which is gone' },
    });
  });
});

describe('an answer that is no error', () => {
  const serveRedirect = async () => {
    const { origin: here } = await serve((_request, response) => {
      response.writeHead(302, { Location: '/', 'Content-Type': 'application/problem+json' });
      response.end('{"status":302,"title":"a"}');
    });
    return here;
  };

  it('is no problem by axios', async () => {
    const error = await caughtBy(viaAxios(await serveRedirect(), { maxRedirects: 0 }));
    expect([error.name, isProblem(error), error.cause]).toEqual([
      'RequestError',
      false,
      expect.objectContaining({ name: 'AxiosError' }),
    ]);
  });

  it('is ky’s own error', async () => {
    const error = await caughtBy(viaKy(await serveRedirect(), { redirect: 'manual' }));
    expect(error.name).toBe('HTTPError');
  });
});

it.each<[what: string, make: (options: never) => unknown, options: object, message: string]>([
  ['axiosProblem', axiosProblem, { envelope: {} }, 'envelope must be a function'],
  ['axiosProblem', axiosProblem, { maxBytes: 1 }, 'maxBytes is no option of axiosProblem'],
  [
    'kyProblem',
    kyProblem,
    { maxBytes: -1 },
    'maxBytes must be a number from 0 to 2147483647, not -1',
  ],
  ['kyProblem', kyProblem, { retries: 1 }, 'retries is no option of kyProblem'],
  ['gotProblem', gotProblem, { envelop: () => ({}) }, 'envelop is no option of gotProblem'],
])('%s refuses options that are wrong', (_what, make, options, message) => {
  expect(() => make(options as never)).toThrow(new TypeError(message));
});

it('axios: an address is that of the base', async () => {
  const request = axios.create({ baseURL: `${origin}/` });
  request.interceptors.response.use(undefined, axiosProblem());
  const { url } = await caughtBy(request('/credit'));
  expect(url).toBe(`${origin}/credit`);
});

it('axios: what is none of its own failures stays what it is', () => {
  const failure = new RangeError('mine');
  expect(() => axiosProblem()(failure as never)).toThrow(failure);
});
