import { once } from 'node:events';
import { type ClientHttp2Session, connect, constants, createServer } from 'node:http2';
import { Readable } from 'node:stream';
import { errorHandler } from '@faultless/koa';
import type { Report } from '@faultless/node';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import { askHttp2 } from '../harness/ask-http2.js';
import { type Listening, listen } from '../harness/listen.js';
import { until } from '../harness/until.js';

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('a stream as the body on %s over HTTP/2', (_name, create) => {
  let server: Listening;
  let session: ClientHttp2Session;
  let reports: Report[];
  let running: Context | undefined;

  beforeEach(async () => {
    reports = [];
    running = undefined;
    const app = create();
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    app.use(async (context) => {
      running = context;
      if (context.path === '/whole') {
        context.body = Readable.from(['whole']);
      } else {
        context.body = new Readable({ read: () => undefined });
        await once(context.res, 'close');
      }
    });
    const listener = app.callback();
    const http2 = createServer((request, response) => {
      void listener(request, response);
    });
    server = await listen(http2);
    session = connect(server.origin);
  });

  afterEach(async () => {
    const closed = once(session, 'close');
    session.close();
    await closed;
    await server.close();
  });

  it('is sent', async () => {
    const { headers, text } = await askHttp2(session, { ':path': '/whole' });
    expect([headers[':status'], text]).toEqual([200, 'whole']);
    expect(reports).toEqual([]);
  });

  it('is told of once when the client cancels while the middleware runs', async () => {
    const stream = session.request({ ':path': '/waiting' });
    stream.on('error', () => undefined);
    await until(() => running !== undefined);
    stream.close(constants.NGHTTP2_CANCEL);
    await until(() => reports.length > 0);
    expect(reports).toEqual([expect.objectContaining({ outcome: 'client-gone', status: 499 })]);
  });
});
