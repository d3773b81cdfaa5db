import { once } from 'node:events';
import {
  type ClientHttp2Session,
  connect,
  constants,
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
} from 'node:http2';
import { get as httpsGet } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import {
  ContentTooLarge,
  type GuardOptions,
  guardServer,
  handle,
  type Report,
} from '@faultless/node';
import { askHttp2 } from '../harness/ask-http2.js';
import { LOCALHOST } from '../harness/localhost.js';

/** How a client reaches a secure server here, and trusts it. */
const TRUSTING = { host: '127.0.0.1', ca: LOCALHOST.cert, servername: 'localhost' } as const;

const closers: (() => Promise<unknown>)[] = [];

interface Started {
  readonly port: number;
  readonly reports: Report[];
  readonly server: Http2Server | Http2SecureServer;
  readonly connect: () => ClientHttp2Session;
}

async function start(
  secure: boolean,
  options: GuardOptions = {},
  allowHTTP1 = false,
): Promise<Started> {
  const reports: Report[] = [];
  const report = (one: Report): void => void reports.push(one);
  const listener = handle(
    async (request, response) => {
      if (request.url === '/half') {
        await new Promise((resolve) => response.write('half', resolve));
        throw new Error('after the header left');
      }
      if (request.url === '/early') throw new ContentTooLarge();
      if (request.url === '/limited') {
        await once(request, 'data');
        request.pause();
        throw new ContentTooLarge();
      }
      response.end('fine');
    },
    { report },
  ) as never;
  const server: Http2Server | Http2SecureServer = secure
    ? createSecureServer({ ...LOCALHOST, allowHTTP1 }, listener)
    : createServer(listener);
  guardServer(server, { ...options, report });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sessions: ClientHttp2Session[] = [];
  closers.push(async () => {
    for (const session of sessions) session.destroy();
    const closed = once(server, 'close');
    server.close();
    await closed;
  });
  return {
    port,
    reports,
    server,
    connect: () => {
      const session = connect(`${secure ? 'https' : 'http'}://localhost:${port}`, {
        ca: LOCALHOST.cert,
      });
      session.on('error', () => undefined);
      sessions.push(session);
      return session;
    },
  };
}

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe.each([
  ['secure', true],
  ['plain', false],
])('guardServer on a %s server of node:http2', (_name, secure) => {
  it('answers an expectation that nobody knows with 417', async () => {
    const { connect: open, reports } = await start(secure);
    const { headers, text } = await askHttp2(open(), { ':path': '/', expect: 'tea' });
    expect(headers[':status']).toBe(417);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    expect(headers.connection).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject({ status: 417, code: 'unmet_expectation' });
    expect(reports.map(({ status }) => status)).toEqual([417]);
  });

  it('answers CONNECT with 501', async () => {
    const { connect: open } = await start(secure);
    const { headers } = await askHttp2(open(), { ':method': 'CONNECT', ':authority': 'a:1' });
    expect(headers[':status']).toBe(501);
  });

  it('answers connections beyond the limit with 503', async () => {
    const { connect: open } = await start(secure, { maxConnections: 1 });
    const busy = open();
    const stream = busy.request({ ':path': '/limited', ':method': 'POST' }, { endStream: false });
    stream.on('error', () => undefined);
    // Streams of one session count once, and what is answered shows that the first is under way.
    const first = await askHttp2(busy, { ':path': '/' });
    const idle = open();
    const second = await askHttp2(idle, { ':path': '/' });
    expect([first.headers[':status'], second.headers[':status']]).toEqual([200, 503]);
    const released = new Promise((resolve) => stream.on('close', resolve));
    stream.close(constants.NGHTTP2_CANCEL);
    await released;
    await askHttp2(busy, { ':path': '/' });
    const third = await askHttp2(open(), { ':path': '/' });
    expect(third.headers[':status']).toBe(200);
    expect(second.headers['retry-after']).toBe('1');
    expect(second.headers.connection).toBeUndefined();
  });

  it('resets a stream that fails half-way with INTERNAL_ERROR, and no other', async () => {
    const { connect: open, reports } = await start(secure);
    const session = open();
    const [half, good] = await Promise.all([
      askHttp2(session, { ':path': '/half' }),
      askHttp2(session, { ':path': '/' }),
    ]);
    expect([half.text, half.code]).toEqual(['half', constants.NGHTTP2_INTERNAL_ERROR]);
    expect([good.text, good.code]).toEqual(['fine', constants.NGHTTP2_NO_ERROR]);
    expect(reports[0]).toMatchObject({ outcome: 'truncated', bytesSent: 4 });
  });

  it.each(['/early', '/limited'])(
    'has the client of an early answer stop, without an error: %s',
    async (path) => {
      const { connect: open } = await start(secure);
      const session = open();
      const { headers, text, code } = await askHttp2(
        session,
        { ':path': path, ':method': 'POST' },
        Buffer.alloc(200_000),
      );
      expect([headers[':status'], code]).toEqual([413, constants.NGHTTP2_NO_ERROR]);
      expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
      expect((await askHttp2(session, { ':path': '/' })).text).toBe('fine');
    },
  );

  it('sends no 100 before a refusal', async () => {
    const { connect: open } = await start(secure);
    const session = open();
    const stream = session.request({
      ':path': '/early',
      ':method': 'POST',
      expect: '100-continue',
    });
    let continued = false;
    stream.on('continue', () => {
      continued = true;
    });
    const [fields] = (await once(stream, 'response')) as [IncomingHttpHeaders];
    expect([fields[':status'], continued]).toEqual([413, false]);
    stream.close();
  });
});

/** What comes over a TLS connection without ALPN until the server ends it. */
async function converseOverTls(port: number, request = ''): Promise<string> {
  const socket = tlsConnect({ ...TRUSTING, port });
  let text = '';
  socket.on('data', (piece: Buffer) => {
    text += String(piece);
  });
  socket.write(request);
  await once(socket, 'end');
  return text;
}

describe('guardServer on a secure server of node:http2', () => {
  it('answers clients that can speak HTTP/1.1 only with 505 and what there is', async () => {
    const { port } = await start(true);
    const text = await converseOverTls(port);
    expect(text).toMatch(/^HTTP\/1\.1 505 HTTP Version Not Supported\r\n/);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({
      code: 'unsupported_version',
      detail: 'The server does not speak this version of HTTP here.',
      supported: ['HTTP/2'],
    });
  });

  it('leaves them to a listener of the application', async () => {
    const { port, reports, server } = await start(true);
    server.on('unknownProtocol', (socket: Duplex) => {
      setImmediate(() => socket.end('own'));
    });
    expect(await converseOverTls(port)).toBe('own');
    expect(reports).toEqual([]);
  });

  it('guards HTTP/1.1 too where it is allowed', async () => {
    const { port } = await start(true, {}, true);
    const text = await converseOverTls(port, 'BREW / HTTP/1.1\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/);
    const status = await new Promise((resolve) => {
      httpsGet({ ...TRUSTING, port, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    expect(status).toBe(200);
  });
});

describe('guardServer on a plain server of node:http2', () => {
  it('reports a session that breaks', async () => {
    const { port, reports } = await start(false);
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    expect(response).toBeUndefined();
    while (reports.length === 0) await new Promise(setImmediate);
    expect(reports.map(({ outcome, level }) => [outcome, level])).toEqual([
      ['client-gone', 'info'],
    ]);
  });
});
