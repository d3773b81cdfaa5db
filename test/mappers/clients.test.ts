import { get } from 'node:http';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import nodeFetch from 'node-fetch';
import { ofetch } from 'ofetch';
import OpenAI from 'openai';
import { fetch as undiciFetch, request as undiciRequest } from 'undici';
import { type BadUpstream, SECRET, startBadUpstream, UPSTREAM_PROBLEM } from './bad-upstream.js';
import { HTTP_CLIENTS } from './http-clients.js';
import { explain, thrownBy } from './raise.js';
import { ask, FRAMEWORKS, type Served } from './servers.js';

let upstream: BadUpstream;

beforeAll(async () => {
  upstream = await startBadUpstream();
});

afterAll(() => {
  upstream.close();
});

/** How an upstream misbehaves, and what becomes of it with every client, or with those that differ. */
interface Way {
  readonly way: string;
  readonly expected: string;
  readonly unlike?: Readonly<Record<string, string>>;
  /** Whether the upstream answers, so that only a client that judges throws. */
  readonly answers?: true;
}

/** A SyntaxError of a JSON.parse that nobody is known by can come from anywhere. */
const ANY_SYNTAX_ERROR = '500 undefined';

const WAYS: readonly Way[] = [
  { way: '404', expected: '502 upstream_failed', answers: true },
  { way: '401', expected: '502 upstream_failed', answers: true },
  { way: '429', expected: '503 upstream_unavailable', answers: true },
  { way: '503', expected: '503 upstream_unavailable', answers: true },
  { way: '500', expected: '502 upstream_failed', answers: true },
  { way: 'problem', expected: '502 upstream_failed', answers: true },
  { way: 'hang-up', expected: '502 upstream_failed' },
  { way: 'reset', expected: '502 upstream_failed' },
  { way: 'cut-short', expected: '502 upstream_failed' },
  {
    way: 'bad-json',
    expected: '502 upstream_failed',
    unlike: { 'node-fetch': ANY_SYNTAX_ERROR, 'node:http': ANY_SYNTAX_ERROR },
  },
  {
    way: 'never',
    expected: '504 upstream_timeout',
    // Its time limit is an AbortSignal's, and its error says no more than that.
    unlike: { 'node:http': '504 deadline_exceeded', 'node-fetch': '503 work_aborted' },
  },
  { way: 'closed port', expected: '502 upstream_failed' },
  { way: 'no such host', expected: '502 upstream_failed' },
  { way: 'no HTTP', expected: '502 upstream_failed' },
  { way: 'no TLS', expected: '502 upstream_failed' },
];

const NOT_OURS = new RegExp(
  `${SECRET}|127\\.0\\.0\\.1|nowhere|x-secret|ECONN|ENOTFOUND|axios`,
  'i',
);

describe.each(FRAMEWORKS)('$framework with an upstream', ({ throwing }) => {
  let served: Served;

  beforeAll(async () => {
    served = await throwing((url) => {
      const [, name, way] = decodeURIComponent(url).split('/');
      const client = HTTP_CLIENTS.find((one) => one.client === name?.replace('~', ':'));
      return client?.getJson(upstream.url(way ?? ''));
    });
  });

  afterAll(() => served.close());

  describe.each(HTTP_CLIENTS)('asked by $client', ({ client, judges }) => {
    const ways = WAYS.filter(({ answers }) => judges || answers === undefined);
    it.each(ways)('that does "$way"', async ({ way, expected, unlike }) => {
      const path = `/${client.replace(':', '~')}/${encodeURIComponent(way)}`;
      const { status, problem, text, headers } = await ask(served.url + path);
      expect(`${status} ${String(problem.code)}`).toBe(unlike?.[client] ?? expected);
      expect(text).not.toMatch(NOT_OURS);
      expect(JSON.stringify([...headers])).not.toMatch(NOT_OURS);
      if (way === '429') expect(headers.get('Retry-After')).toBe('7');
      expect(served.reports.at(-1)?.error).toBeDefined();
    });
  });
});

describe.each(FRAMEWORKS)('$framework with JSON that can not be parsed', ({ throwing }) => {
  /** As an adapter makes of what has come a Request, for a handler in the style of the web. */
  const readAsRequest = (body: string) =>
    new Request('http://localhost', { method: 'POST', body }).json();
  const readOf = async (fetching: typeof fetch) =>
    (await fetching(upstream.url('bad-json'))).json();
  const ownFetch = undiciFetch as unknown as typeof fetch;

  it.each<[string, () => Promise<unknown>, string, RequestInit | undefined]>([
    ['a response to fetch, without content', () => readOf(fetch), '502 upstream_failed', undefined],
    [
      'a response to undici’s fetch, without content',
      () => readOf(ownFetch),
      '502 upstream_failed',
      { method: 'DELETE' },
    ],
    [
      'a response to fetch, with content that may be what it is about',
      () => readOf(fetch),
      ANY_SYNTAX_ERROR,
      { method: 'POST', body: '{}' },
    ],
    [
      'a Request, with content',
      () => readAsRequest('{"token":'),
      ANY_SYNTAX_ERROR,
      { method: 'POST', body: '{"token":' },
    ],
    [
      'what undici’s request() got, with content',
      async () => (await undiciRequest(upstream.url('bad-json'))).body.json(),
      '502 upstream_failed',
      { method: 'POST', body: '{}' },
    ],
    ['a handler’s own text', () => Promise.resolve(JSON.parse('{')), ANY_SYNTAX_ERROR, undefined],
  ])('of %s', async (_what, raise, expected, init) => {
    const served = await throwing(raise);
    const { status, problem, text } = await ask(served.url, init);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text).not.toMatch(NOT_OURS);
  });

  it('is not known without the request', async () => {
    const { error } = await explain(() => readOf(fetch));
    expect(error.status).toBe(500);
  });
});

describe.each(FRAMEWORKS)('$framework when the response itself is thrown', ({ throwing }) => {
  const CLIENTS: readonly [client: string, get: (url: string) => Promise<unknown>][] = [
    ['fetch', (url) => fetch(url)],
    ['node-fetch', (url) => nodeFetch(url)],
    ['node:http', (url) => new Promise((resolve) => get(url, resolve))],
  ];
  it.each(CLIENTS)('by an app that got it with %s', async (_client, receive) => {
    const served = await throwing(async (path) => {
      throw await receive(upstream.url(path.slice(1)));
    });
    const refused = await ask(`${served.url}/problem`);
    const busy = await ask(`${served.url}/429`);
    await served.close();
    expect([refused.status, refused.problem.code]).toEqual([502, 'upstream_failed']);
    expect([busy.status, busy.problem.code]).toEqual([503, 'upstream_unavailable']);
    expect(busy.headers.get('Retry-After')).toBe('7');
    expect(refused.text + JSON.stringify([...refused.headers])).not.toMatch(NOT_OURS);
  });
});

describe.each(FRAMEWORKS)('$framework with an upstream that says to come back', ({ throwing }) => {
  const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

  it.each<readonly [when: string, after: () => string, expected: RegExp | undefined]>([
    ['at once', () => '0', /^0$/],
    ['in a day', () => '86400', /^86400$/],
    ['in more than a day', () => '86401', undefined],
    ['in a year', () => '31536000', undefined],
    ['never', () => '9'.repeat(400), undefined],
    ['at a date', () => at(30), /^(?:29|30)$/],
    ['at a date a year away', () => at(31_536_000), undefined],
    ['at a date that is over', () => at(-30), undefined],
    ['after some time or other', () => 'soon', undefined],
    ['before now', () => '-1', undefined],
    ['in half a second', () => '0.5', /^1$/],
  ])('%s', async (_when, after, expected) => {
    const served = await throwing(() =>
      axios.get(upstream.url('busy'), { params: { after: after() }, proxy: false }),
    );
    const { status, headers } = await ask(served.url);
    await served.close();
    expect(status).toBe(503);
    if (expected === undefined) expect(headers.has('Retry-After')).toBe(false);
    else expect(headers.get('Retry-After')).toMatch(expected);
    expect(served.reports[0]?.notices).toEqual([]);
  });
});

describe('an upstream that is not even asked', () => {
  it.each([
    ['axios', () => axios.get('http://')],
    ['got', () => got('foo://x', { retry: { limit: 0 } })],
    ['ky', () => ky('/no-base').text()],
    ['fetch', () => fetch('/no-base')],
  ])('by %s, for the mistake is ours', async (_client, run) => {
    const { error } = await explain(run);
    expect(error.status).toBe(500);
  });
});

describe('a request that is given up', () => {
  it.each<[string, (url: string, signal: AbortSignal) => Promise<unknown>]>([
    ['fetch', (url, signal) => fetch(url, { signal })],
    ['axios', (url, signal) => axios.get(url, { signal, proxy: false })],
    ['got', (url, signal) => got(url, { signal, retry: { limit: 0 } })],
    ['ky', (url, signal) => ky(url, { signal, retry: 0 }).text()],
  ])('by %s', async (_client, run) => {
    const url = upstream.url('never');
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 50);
    const [timedOut, aborted] = await Promise.all([
      explain(() => run(url, AbortSignal.timeout(50))),
      explain(() => run(url, controller.signal)),
    ]);
    expect(timedOut.error.status).toBe(504);
    expect(aborted.error).toMatchObject({ status: 503, code: 'work_aborted' });
  });
});

it('a request to openai that is given up by the app', async () => {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort();
  }, 50);
  const client = new OpenAI({ apiKey: 'sk-1', baseURL: upstream.url('never'), maxRetries: 0 });
  const { error } = await explain(() => client.models.list({ signal: controller.signal }));
  expect(error).toMatchObject({ status: 503, code: 'work_aborted' });
});

describe.each(FRAMEWORKS)('passOnProblems on $framework', ({ throwing }) => {
  const clients = HTTP_CLIENTS.filter(({ client }) => ['axios', 'got'].includes(client));
  const lenient = {
    client: 'ofetch',
    getJson: (url: string) => ofetch<unknown>(url, { retry: 0 }),
  };

  it.each([...clients, lenient])('passes on the problem that $client read', async ({ getJson }) => {
    const served = await throwing(() => getJson(upstream.url('problem')), { passOnProblems: true });
    const { status, problem, text } = await ask(served.url);
    await served.close();
    const { type, title, detail } = UPSTREAM_PROBLEM;
    expect([status, problem]).toEqual([403, expect.objectContaining({ type, title, detail })]);
    expect(problem).not.toHaveProperty('balance');
    expect(text).not.toContain(SECRET);
  });

  it.each(['problem-401', 'problem-407', '404', '500'])('does not pass on %s', async (way) => {
    const raise = () => axios.get(upstream.url(way), { proxy: false });
    const served = await throwing(raise, { passOnProblems: true });
    const { status, text, headers } = await ask(served.url);
    await served.close();
    expect(status).toBe(502);
    expect(headers.get('WWW-Authenticate') ?? headers.get('Proxy-Authenticate')).toBeNull();
    expect(text).not.toContain(SECRET);
  });

  it('passes nothing on that was not read', async () => {
    const raise = () => ky(upstream.url('problem'), { retry: 0 }).json();
    const served = await throwing(raise, { passOnProblems: true });
    const { status } = await ask(served.url);
    await served.close();
    expect(status).toBe(502);
  });

  it('keeps a refusal for load with its time', async () => {
    const raise = () => axios.get(upstream.url('problem-429'), { proxy: false });
    const served = await throwing(raise, { passOnProblems: true });
    const { status, problem, headers } = await ask(served.url);
    await served.close();
    expect([status, problem.detail]).toEqual([429, UPSTREAM_PROBLEM.detail]);
    expect(headers.get('Retry-After')).toBe('9');
  });
});

it('tells the operator all of it', async () => {
  const thrown = await thrownBy(() => axios.get(upstream.url('404'), { proxy: false }));
  expect(thrown).toMatchObject({ response: { status: 404, data: { message: SECRET } } });
});
