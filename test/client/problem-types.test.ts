import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  axiosProblem,
  gotProblem,
  isProblem,
  problemFetch,
  problemType,
  readProblem,
} from '@faultless/client';
import { defineProblem, handle } from '@faultless/node';
import axios from 'axios';
import got from 'got';
import { closeAll, serve } from '../harness/serve.js';
import { CLIENTS, problemOf } from './every-client.js';

const RELATIVE = '/problems/out-of-credit';

let type = '';
let origin: string;

const answer = handle(
  () => {
    const Problem = defineProblem({ type, title: 'No.', status: 422 });
    throw new Problem();
  },
  { report: () => undefined },
);

beforeAll(async () => {
  const listening = await serve((request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/moved') !== true) return answer(request, response);
    response.writeHead(307, { Location: '/api/v2/orders?token=secret' });
    return response.end();
  });
  ({ origin } = listening);
});

afterAll(closeAll);

describe.each(CLIENTS)('a problem type, by %s:', (_name, ask) => {
  it.each([
    'https://example.com:443/problems/out-of-credit',
    'HTTP://Example.COM/problems/out-of-credit',
    'https://example.com',
    'https://example.com/a/../b/./c',
    'https://example.com/%7euser?q#Fragment',
    'https://user@example.com/a',
    'urn:example:Out-Of-Credit',
    'tag:example.com,2026:a',
    'about:blank#a',
  ])('%s is a text that stays as it is (RFC 9457 §3.1.1)', async (uri) => {
    type = uri;
    const error = await problemOf(ask(origin));
    expect(error.type).toBe(uri);
    const Problem = defineProblem({ type: uri, title: 'No.', status: 422 });
    expect([isProblem(error, Problem), isProblem(error, problemType(uri))]).toEqual([true, true]);
    expect(isProblem(error, uri.replace(/[a-z]$/i, ''))).toBe(false);
  });

  it.each([
    [RELATIVE, '/problems/out-of-credit'],
    ['problems/a', '/api/problems/a'],
    ['../a', '/a'],
    ['?a', '/api/orders?a'],
    ['#a', '/api/orders#a'],
  ])('%s is one of the server’s, and that of its class', async (reference, path) => {
    type = reference;
    const error = await problemOf(ask(`${origin}/api/orders?page=2`));
    expect(error.type).toBe(origin + path);
    const Problem = defineProblem({ type: reference, title: 'No.', status: 422 });
    expect([isProblem(error, Problem), isProblem(error, origin + path)]).toEqual([true, true]);
    expect(isProblem(error, `https://example.com${path}`)).toBe(false);
    expect(isProblem(error, `${reference}s`)).toBe(false);
  });

  it('a relative one is none of another origin', async () => {
    type = `https://example.com${RELATIVE}`;
    const error = await problemOf(ask(origin));
    expect([isProblem(error, RELATIVE), isProblem(error, type)]).toEqual([false, true]);
  });

  it('a relative one is relative to where the request has come to', async () => {
    type = 'problems/a';
    const error = await problemOf(ask(`${origin}/moved`));
    expect(error.type).toBe(`${origin}/api/v2/problems/a`);
    expect(error.base).toBe(`${origin}/api/v2/orders`);
    expect(isProblem(error, type)).toBe(true);
  });
});

describe('axios, whose adapter is fetch', () => {
  const request = axios.create({ adapter: 'fetch' });
  request.interceptors.response.use(undefined, axiosProblem());

  it('tells where it was sent to', async () => {
    type = RELATIVE;
    const error = await problemOf(request.get('/a/b', { baseURL: origin }));
    expect([error.type, error.base]).toEqual([origin + RELATIVE, `${origin}/a/b`]);
    expect(isProblem(error, RELATIVE)).toBe(true);
  });

  it('gives bytes that are read', async () => {
    type = 'a:b';
    expect((await problemOf(request.get(origin, { responseType: 'arraybuffer' }))).type).toBe(type);
  });
});

describe('the address of axios', () => {
  let asked = '';

  const put = async (config: {
    baseURL?: string;
    url?: string;
    allowAbsoluteUrls?: boolean;
  }): Promise<{ url: string; base: string; asked: string }> => {
    const { origin: here } = await serve((incoming, response) => {
      asked = incoming.url ?? '';
      response.writeHead(404).end();
    });
    const request = axios.create({ maxRedirects: 0 });
    request.interceptors.response.use(undefined, axiosProblem());
    const fill = (text = '') => text.replace('HERE', here);
    const whole = { ...config, baseURL: fill(config.baseURL), url: fill(config.url) };
    const { url, base } = await problemOf(request(whole));
    return { url: url.replace(here, ''), base: base.replace(here, ''), asked };
  };

  it.each([
    ['HERE', 'a/b', {}, '/a/b'],
    ['HERE/', '/a/b', {}, '/a/b'],
    ['HERE/api', 'a/b', {}, '/api/a/b'],
    ['HERE/api//', '//../a', { allowAbsoluteUrls: false }, '/a'],
    ['HERE/api', '', {}, '/api'],
    ['', 'HERE/a', {}, '/a'],
    ['https://example.com/api', 'HERE/a', {}, '/a'],
    ['HERE/api', 'http://example.com/a', { allowAbsoluteUrls: false }, '/api/http://example.com/a'],
    ['HERE/api/', '/mailto:a', {}, '/api/mailto:a'],
    ['HERE/api', 'mailto:a', {}, '/api/mailto:a'],
  ])('of %j and %j is what it asked for', async (baseURL, url, more, path) => {
    const found = await put({ baseURL, url, ...more });
    expect(found.asked).toBe(path);
    expect(new URL(found.url, 'http://a').pathname).toBe(path);
    expect(new URL(found.base, 'http://a').pathname).toBe(path);
  });
});

it('no password comes into a type', async () => {
  type = RELATIVE;
  const secret = origin.replace('//', '//user:p@ss@');
  const request = axios.create();
  request.interceptors.response.use(undefined, axiosProblem());
  const asking = [
    request(secret),
    request('/moved', { baseURL: secret }),
    got(secret.replace('p@ss', 'p%40ss'), { hooks: { beforeError: [gotProblem()] } }),
  ];
  for (const error of await Promise.all(asking.map(problemOf))) {
    expect(error.type).toBe(origin + RELATIVE);
    expect(JSON.stringify(error) + error.message).not.toMatch(/user|ss@|secret/);
  }
});

it('an answer that has no address is at that of the request', async () => {
  const headers = { 'Content-Type': 'application/problem+json' };
  const made = async () =>
    new Response(JSON.stringify({ type: RELATIVE }), { status: 422, headers });
  const error = await problemOf(problemFetch(made)('https://a.example/b?c'));
  expect([error.type, error.base]).toEqual([`https://a.example${RELATIVE}`, 'https://a.example/b']);
  const bare = await readProblem(await made());
  expect([bare.type, bare.base, isProblem(bare, RELATIVE)]).toEqual([RELATIVE, '', true]);
});

it('a type in XML may stand on a line of its own', async () => {
  const headers = { 'Content-Type': 'application/problem+xml' };
  const text = '<problem xmlns="urn:ietf:rfc:7807">\n <type>\n  a:b\n </type>\n</problem>';
  expect((await readProblem(new Response(text, { status: 422, headers }))).type).toBe('a:b');
});
