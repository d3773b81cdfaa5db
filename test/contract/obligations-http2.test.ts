import {
  Forbidden,
  HttpError,
  NotFound,
  RequestTimeout,
  Unauthorized,
  UpgradeRequired,
} from '@faultless/node';
import createError from 'http-errors';
import { type Http2Server, startHttp2 } from '../harness/start-http2.js';
import { throwing } from '../harness/throwing.js';

/** Fields that HTTP/2 forbids (RFC 9113 §8.2.2). */
const OF_CONNECTIONS = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
];

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
