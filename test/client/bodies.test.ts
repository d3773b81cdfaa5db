import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { isProblem, kyProblem, problemFetch, readProblem } from '@faultless/client';
import ky from 'ky';
import nodeFetch from 'node-fetch';
import * as undici from 'undici';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';
import { CLIENTS, problemOf } from './every-client.js';

afterEach(closeAll);

const JSON_TYPE = 'application/problem+json';
const NOTHING = { type: 'about:blank', status: 422 };

async function serveBody(
  body: string | Buffer,
  fields: Record<string, string> = {},
  status = 422,
): Promise<string> {
  const { origin } = await serve((_request, response) => {
    response.writeHead(status, { 'Content-Type': JSON_TYPE, ...fields }).end(body);
  });
  return origin;
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe.each(CLIENTS)('a body, by %s,', (_name, ask) => {
  it.each([
    ['deep', `{"error":${nested(5_000)}}`],
    ['deeper than any stack', `{"error":${nested(100_000)}}`],
    ['a level too deep', `{"error":${nested(33)}}`],
    ['of too many members', JSON.stringify({ error: Array(10_000).fill(0) })],
  ])('that is %s is no content, and asks no envelope', async (_what, body) => {
    const origin = await serveBody(body, { 'Content-Type': 'application/json' });
    const asked: unknown[] = [];
    const envelope = (content: object) => {
      asked.push(content);
      return { title: 'a' };
    };
    const { problem, content } = await problemOf(ask(origin, { envelope }));
    expect([problem, content, asked]).toEqual([NOTHING, undefined, []]);
  });

  it('that is as deep as may be is content', async () => {
    const origin = await serveBody(`{"error":${nested(32)}}`, {
      'Content-Type': 'application/json',
    });
    const { content } = await problemOf(ask(origin));
    expect(JSON.stringify(content)).toBe(`{"error":${nested(32)}}`);
  });

  it('gives no object another prototype, at any depth', async () => {
    const body = '{"errors":[{"__proto__":{"isAdmin":true},"a":1}],"__proto__":{"isAdmin":true}}';
    const { problem } = await problemOf(ask(await serveBody(body)));
    expect(problem).toEqual({ ...NOTHING, errors: [{ a: 1 }] });
    expect(Object.keys((problem.errors as object[])[0] ?? {})).toEqual(['a']);
    const other = await serveBody(body, { 'Content-Type': 'application/json' });
    const { content } = await problemOf(ask(other));
    expect(Object.assign({}, content)).not.toHaveProperty('isAdmin');
  });

  it.each([
    ['has a mark of the byte order', Buffer.from('\uFEFF{"title":"ä"}'), { title: 'ä' }],
    ['is UTF-16', Buffer.from('\uFEFF{"title":"a"}', 'utf16le'), {}],
    ['has the largest numbers', '{"a":1e308,"b":-1e308,"status":1e999}', { a: 1e308, b: -1e308 }],
  ])('that %s', async (_what, body, members) => {
    const origin = await serveBody(body, { 'Content-Type': `${JSON_TYPE}; charset=utf-16` });
    const { problem } = await problemOf(ask(origin));
    expect(problem).toEqual({ ...NOTHING, ...members });
  });
});

it('a bomb of gzip is let go', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
  const origin = await serveBody(bomb, { 'Content-Encoding': 'gzip' });
  const before = process.memoryUsage().rss;
  expect((await problemOf(problemFetch(fetch)(origin))).problem).toEqual(NOTHING);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

it.each([
  ['shorter than it says', 'Content-Length: 99'],
  ['longer than it says', 'Content-Length: 5'],
])('a body that is %s says nothing', async (_what, length) => {
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () => {
        socket.end(
          `HTTP/1.1 422 No\r\nContent-Type: ${JSON_TYPE}\r\n${length}\r\n\r\n{"title":"a"}`,
        );
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    expect((await problemOf(problemFetch(fetch)(url))).problem).toEqual(NOTHING);
  } finally {
    server.close();
  }
});

it.each([204, 304])('a %i with the body of a problem is no failure', async (status) => {
  const origin = await serveBody('{"status":500}', {}, status);
  expect((await problemFetch(fetch)(origin)).status).toBe(status);
});

it('an answer to HEAD has a status', async () => {
  const origin = await serveBody('{"title":"a"}');
  const error = await problemOf(problemFetch(fetch)(origin, { method: 'HEAD' }));
  expect([error.problem, error.method]).toEqual([NOTHING, 'HEAD']);
});

it('an error that is read when the caller gives it up is one all the same', async () => {
  let hasBegun = false;
  const { origin } = await serve((_request, response) => {
    response.writeHead(422, { 'Content-Type': JSON_TYPE }).write('{"title":', () => {
      hasBegun = true;
    });
  });
  const giving = new AbortController();
  const work = problemFetch(fetch)(origin, { signal: giving.signal });
  await until(function isRead() {
    return hasBegun;
  });
  setTimeout(() => giving.abort(), 100);
  expect((await problemOf(work)).problem).toEqual(NOTHING);
});

describe('a body that somebody else has', () => {
  const read: readonly [what: string, read: (response: Response) => unknown][] = [
    ['read', (response) => response.text()],
    ['begun to read', (response) => response.body?.getReader().read()],
    ['locked', (response) => response.body?.getReader()],
    ['piped away', (response) => void response.body?.pipeTo(new WritableStream())],
    ['given up', (response) => response.body?.cancel()],
  ];

  it.each(read)('%s leaves a problem without content', async (_what, take) => {
    const origin = await serveBody('{"title":"a"}');
    const response = await fetch(origin);
    await take(response);
    expect((await readProblem(response)).problem).toEqual(NOTHING);
    const taking = async (...args: Parameters<typeof fetch>) => {
      const answer = await fetch(...args);
      await take(answer);
      return answer;
    };
    expect((await problemOf(problemFetch(taking)(origin))).problem).toEqual(NOTHING);
  });

  it.each(read)('%s leaves a problem without content, by ky', async (_what, take) => {
    const hooks = {
      beforeError: [
        async <Failure extends { response: Response }>(error: Failure) => {
          await take(error.response);
          return error;
        },
        kyProblem(),
      ],
    };
    const origin = await serveBody('{"title":"a"}');
    expect((await problemOf(ky(origin, { retry: 0, hooks }))).problem).toEqual(NOTHING);
  });

  it('made a stream of Node’s leaves a problem without content', async () => {
    const origin = await serveBody('{"title":"a"}', {}, 503);
    const error = await problemOf(problemFetch(nodeFetch as never, { retries: 0 })(origin));
    expect(error).toMatchObject({ status: 503, kind: 'response' });
  });

  it('filled with texts leaves a problem without content', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue('{"title":"a"}');
        controller.close();
      },
    });
    const headers = { 'Content-Type': JSON_TYPE };
    const response = new Response(body, { status: 422, headers });
    expect((await readProblem(response)).problem).toEqual(NOTHING);
  });
});

it('a Response of another fetch is read', async () => {
  const origin = await serveBody('{"title":"a"}');
  const response = (await undici.fetch(origin)) as unknown as Response;
  expect((await readProblem(response)).problem).toEqual({ ...NOTHING, title: 'a' });
});

describe('an envelope', () => {
  const cyclic: Record<string, unknown> = { title: 'a' };
  cyclic.self = cyclic;

  it.each<[what: string, made: () => unknown]>([
    ['something too deep', () => ({ title: 'a', errors: JSON.parse(nested(40)) as unknown })],
    ['a circle', () => cyclic],
    ['null', () => null],
    ['a text', () => 'title'],
    [
      'what throws when it is read',
      () => ({
        get title() {
          throw new Error('no');
        },
      }),
    ],
  ])('that makes %s makes nothing', async (_what, made) => {
    const origin = await serveBody('{}', { 'Content-Type': 'application/json' });
    const request = problemFetch(fetch, { envelope: made as never });
    const { problem } = await problemOf(request(origin));
    expect(problem).toEqual(NOTHING);
  });
});

it.each([['<__proto__><isAdmin>true</isAdmin></__proto__>'], ['<a><__proto__>b</__proto__></a>']])(
  'XML that would be a prototype says nothing: %s',
  async (element) => {
    const text = `<problem xmlns="urn:ietf:rfc:7807"><title>a</title>${element}</problem>`;
    const origin = await serveBody(text, { 'Content-Type': 'application/problem+xml' });
    expect((await problemOf(problemFetch(fetch)(origin))).problem).toEqual(NOTHING);
  },
);

it('XML whose members are named as a function is read', async () => {
  const text =
    '<problem xmlns="urn:ietf:rfc:7807"><temporary><toString>a</toString></temporary></problem>';
  const origin = await serveBody(text, { 'Content-Type': 'application/problem+xml' });
  expect((await problemOf(problemFetch(fetch)(origin))).problem).toEqual(NOTHING);
});

it('isProblem takes nothing for a problem that has none', () => {
  const named = (members: object) => Object.assign(new Error(), { name: 'ProblemError' }, members);
  for (const error of [named({}), named({ problem: null }), named({ problem: 'a' })]) {
    expect([isProblem(error), isProblem(error, 'a:b')]).toEqual([false, false]);
  }
});
