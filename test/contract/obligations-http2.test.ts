import {
  Forbidden,
  HttpError,
  NotFound,
  RequestTimeout,
  Unauthorized,
  UpgradeRequired,
} from '@faultless/node';
import createError from 'http-errors';
import { UNANSWERED } from '../harness/servers.js';
import { HTTP2_KINDS, type Http2Server, startHttp2 } from '../harness/start-http2.js';
import { throwing } from '../harness/throwing.js';

/** Fields that HTTP/2 forbids (RFC 9113 §8.2.2). */
const OF_CONNECTIONS = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'http2-settings',
];

/** What HTTP/2's compatibility API takes, and later refuses to send. */
const SET = [
  ['Keep-Alive', 'timeout=5'],
  ['Proxy-Connection', 'close'],
  ['Transfer-Encoding', 'chunked'],
  ['Upgrade', 'websocket'],
  ['HTTP2-Settings', 'AAMAAABk'],
  ['TE', 'gzip'],
] as const;

let server: Http2Server;

afterEach(async () => {
  await server.close();
});

describe('handle, over HTTP/2', () => {
  it.each([
    ['UpgradeRequired', new UpgradeRequired('websocket')],
    ['another 426', createError(426)],
    ['another 426 with its field', createError(426, { headers: { Upgrade: 'websocket' } })],
    ['RequestTimeout', new RequestTimeout()],
    [
      'fields of a connection',
      new HttpError(503, {
        headers: { Connection: 'close', 'Keep-Alive': 'timeout=5', 'Transfer-Encoding': 'chunked' },
      }),
    ],
  ])('sends no field of a connection: %s [http2-no-connection]', async (_what, thrown) => {
    server = await startHttp2(throwing(thrown));
    const { headers, text } = await server.request();
    expect(headers[':status']).toBe(thrown.status);
    expect(Object.keys(headers).filter((name) => OF_CONNECTIONS.includes(name))).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({ status: thrown.status });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('challenges as over HTTP/1.1 [401-challenge]', async () => {
    server = await startHttp2(throwing(new Unauthorized('orders')));
    expect((await server.request()).headers['www-authenticate']).toBe('Bearer realm="orders"');
  });

  it('conceals as over HTTP/1.1 [404-conceals]', async () => {
    server = await startHttp2((request) => {
      if (request.url === '/missing') throw new NotFound();
      throw new Forbidden('A secret.', { conceal: true, headers: { 'X-Secret': '1' } });
    });
    const [real, fake] = [
      await server.request({ ':path': '/missing' }),
      await server.request({ ':path': '/hidden' }),
    ];
    const comparable = ({ headers, text }: typeof real): unknown => [
      Object.entries({ ...headers, date: '' }),
      text.replace(/urn:uuid:[\da-f-]+/, ''),
    ];
    expect(comparable(fake)).toEqual(comparable(real));
  });

  it('answers HEAD without content', async () => {
    server = await startHttp2(throwing(new NotFound()));
    const get = await server.request();
    const head = await server.request({ ':method': 'HEAD' });
    expect(head.text).toBe('');
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });
});

describe.each(HTTP2_KINDS.map((kind) => ({ name: kind.name, kind })))(
  '$name, over HTTP/2',
  ({ kind }) => {
    const failing = (thrown: unknown): Parameters<typeof startHttp2>[0] => {
      return ({ url }, response) => {
        if (url === '/missing') throw new NotFound();
        for (const [name, value] of SET) response.setHeader(name, value);
        response.addTrailers({ 'x-secret': '1' });
        throw thrown;
      };
    };

    it('answers though the handler has set fields of a connection [http2-no-connection] [no-trailers]', async () => {
      const headers = Object.fromEntries(SET);
      server = await startHttp2(failing(new HttpError(502, { headers })), {}, kind);
      const { headers: sent, text, trailers } = await server.request();
      expect(sent[':status']).toBe(502);
      expect(Object.keys(sent).filter((name) => OF_CONNECTIONS.includes(name))).toEqual([]);
      expect(JSON.parse(text)).toMatchObject({ status: 502 });
      expect(trailers).toEqual({});
      expect(server.reports).toMatchObject([{ outcome: 'sent', notices: [] }]);
    });

    it('answers HEAD as GET where nobody has', async () => {
      server = await startHttp2(() => UNANSWERED, {}, kind);
      const get = await server.request();
      const head = await server.request({ ':method': 'HEAD' });
      const names = ({ headers }: typeof get): string[] => Object.keys(headers);
      expect(names(get)).toContain('content-length');
      expect(names(head)).toEqual(names(get));
      expect(head.headers[':status']).toBe(404);
      expect(head.text).toBe('');
      expect(server.reports).toMatchObject([{ status: 404 }, { status: 404 }]);
    });

    it('conceals those, and the trailers [404-conceals] [no-trailers]', async () => {
      server = await startHttp2(failing(new Forbidden({ conceal: true })), {}, kind);
      const [real, fake] = [
        await server.request({ ':path': '/missing' }),
        await server.request({ ':path': '/hidden' }),
      ];
      expect(Object.entries({ ...fake.headers, date: '' })).toEqual(
        Object.entries({ ...real.headers, date: '' }),
      );
      expect(fake.trailers).toEqual(real.trailers);
    });
  },
);
