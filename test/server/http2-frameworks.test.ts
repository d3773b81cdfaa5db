import { once } from 'node:events';
import {
  type ClientHttp2Session,
  connect,
  constants,
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
} from 'node:http2';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ContentTooLarge, guardServer, lastEvent, NotFound, type Report } from '@faultless/node';
import { askHttp2 } from '../harness/ask-http2.js';
import { LOCALHOST } from '../harness/localhost.js';
import { type Handler, SERVERS, type ServerKind } from '../harness/servers.js';

const { NGHTTP2_INTERNAL_ERROR, NGHTTP2_NO_ERROR } = constants;
const STREAMS: Readonly<Record<string, readonly [contentType: string, first: string]>> = {
  '/events': ['text/event-stream', 'data: 1\n\n'],
  '/lines': ['application/x-ndjson', '{"a":1}\n'],
  '/text': ['text/plain', 'half'],
};

const handler: Handler = async (request, response) => {
  const path = request.url ?? '';
  const stream = STREAMS[path];
  if (stream !== undefined) {
    const [contentType, first] = stream;
    response.setHeader('Content-Type', contentType);
    await new Promise((resolve) => response.write(first, resolve));
    throw new Error('after the header left');
  }
  if (path === '/early') throw new ContentTooLarge({ limit: 10 });
  if (path === '/nowhere') throw new NotFound();
  response.end('fine');
};

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
  readonly code: number | undefined;
}

let server: Http2Server | Http2SecureServer;
let session: ClientHttp2Session;
let port = 0;
const reports: Report[] = [];

async function start(kind: ServerKind, secure: boolean): Promise<void> {
  const report = (one: Report): void => void reports.push(one);
  const listener = kind.listen({
    before: () => undefined,
    handler,
    options: { lastEvent, report },
  }) as never;
  server = secure
    ? createSecureServer({ ...LOCALHOST, allowHTTP1: true }, listener)
    : createServer(listener);
  guardServer(server, { report });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
}

function openSession(secure: boolean): void {
  session = connect(`${secure ? 'https' : 'http'}://localhost:${port}`, { ca: LOCALHOST.cert });
  session.on('error', () => undefined);
}

async function ask(headers: Record<string, string>, content?: Buffer): Promise<Answer> {
  const { headers: answered, text, code } = await askHttp2(session, headers, content);
  return { status: Number(answered[':status']), type: answered['content-type'], text, code };
}

function askOverHttp1(path: string): Promise<Answer & { readonly version: string }> {
  return new Promise((resolve, reject) => {
    const options = { port, path, ca: LOCALHOST.cert, servername: 'localhost', agent: false };
    get({ ...options, host: '127.0.0.1' }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += String(piece);
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        const { statusCode: status, httpVersion: version } = response;
        const type = response.headers['content-type'];
        resolve({ status, type, text, version, code: undefined });
      });
    }).on('error', reject);
  });
}

async function stop(): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}

afterEach(() => {
  reports.length = 0;
});

const KINDS = SERVERS.filter(({ framework }) => framework !== 'express').flatMap((kind) => [
  { name: `${kind.name} over h2c`, kind, secure: false },
  { name: `${kind.name} over TLS with allowHTTP1`, kind, secure: true },
]);

describe.each(KINDS)('$name', ({ kind, secure }) => {
  beforeAll(async () => {
    await start(kind, secure);
    openSession(secure);
  });

  afterAll(async () => {
    session.destroy();
    await stop();
  });

  it('answers errors with the same body as over HTTP/1.1', async () => {
    const answer = await ask({ ':path': '/nowhere' });
    expect(answer).toMatchObject({ status: 404, type: 'application/problem+json' });
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'about:blank', status: 404 });
    expect(answer.code).toBe(NGHTTP2_NO_ERROR);
  });

  it.each([
    ['/events', /^data: 1\n\n\s*event: error\ndata: (.*)\n\n$/],
    ['/lines', /^\{"a":1\}\n\s*\{"error":(.*)\}\n$/],
  ])('says a last event at %s, then resets the stream with INTERNAL_ERROR', async (path, shape) => {
    const { status, text, code } = await ask({ ':path': path });
    expect([status, code]).toEqual([200, NGHTTP2_INTERNAL_ERROR]);
    expect(JSON.parse(shape.exec(text)?.[1] ?? '')).toMatchObject({ status: 500 });
    expect(reports).toMatchObject([{ outcome: 'truncated', status: 500 }]);
  });

  it('resets with INTERNAL_ERROR what has no last event, and no other stream', async () => {
    const [half, good] = await Promise.all([ask({ ':path': '/text' }), ask({ ':path': '/' })]);
    expect(half).toMatchObject({ status: 200, text: 'half', code: NGHTTP2_INTERNAL_ERROR });
    expect(good).toMatchObject({ status: 200, text: 'fine', code: NGHTTP2_NO_ERROR });
  });

  it('has an upload read the whole of an early 413 and stop without an error', async () => {
    const upload = { ':path': '/early', ':method': 'POST' };
    const { status, text, code } = await ask(upload, Buffer.alloc(200_000));
    expect([status, code]).toEqual([413, NGHTTP2_NO_ERROR]);
    expect(JSON.parse(text)).toMatchObject({ status: 413 });
    expect(await ask({ ':path': '/' })).toMatchObject({ text: 'fine' });
  });
});

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  '$name over HTTP/1.1 on a server of HTTP/2 that allows it',
  ({ kind }) => {
    beforeAll(() => start(kind, true));
    afterAll(stop);

    it('serves, and answers errors', async () => {
      expect(await askOverHttp1('/')).toMatchObject({ version: '1.1', status: 200, text: 'fine' });
      const { version, status, type } = await askOverHttp1('/nowhere');
      expect([version, status, type]).toEqual(['1.1', 404, 'application/problem+json']);
    });

    it('says a last event, and does not end the response', async () => {
      const { text } = await askOverHttp1('/events');
      expect(text).toContain('event: error\ndata: {');
      expect(reports).toMatchObject([{ outcome: 'truncated', status: 500 }]);
    });
  },
);
