import { once } from 'node:events';
import { connect, constants, createServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { errorHandler } from '@faultless/koa';
import { handle, type Report } from '@faultless/node';
import Koa from 'koa';
import { throwByPath } from './support/throw-by-path.js';

describe.each<[string, (report: (report: Report) => void) => Http2Server]>([
  ['handle', (report) => createServer(handle(throwByPath, { report }) as never)],
  [
    'Koa 3',
    (report) => {
      const app = new Koa();
      app.use(errorHandler({ report }));
      app.use(({ req, res }) => {
        throwByPath(req, res);
      });
      return createServer(app.callback() as never);
    },
  ],
])('over HTTP/2, with %s,', (_name, createHttp2) => {
  it.each([
    ['nginx:444', 'closed'],
    ['nginx:499', 'client-gone'],
  ])('%s ends its stream without a header and leaves the others alone', async (code, outcome) => {
    const reports: Report[] = [];
    const server = createHttp2((report) => reports.push(report)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const stream = session.request({ ':path': `/${code}` });
      let headers: unknown;
      stream.on('response', (fields) => (headers = fields));
      stream.on('error', () => undefined);
      // `once` would reject: a reset stream has an error too.
      const closed = new Promise((resolve) => stream.on('close', resolve));
      stream.resume();
      await closed;
      expect(headers).toBeUndefined();
      expect(stream.rstCode).toBe(constants.NGHTTP2_INTERNAL_ERROR);
      expect(reports).toMatchObject([{ level: 'info', outcome }]);
      const neighbour = session.request({ ':path': '/other' });
      const [fields] = (await once(neighbour, 'response')) as [Record<string, unknown>];
      expect(fields[':status']).toBe(200);
      neighbour.resume();
      await once(neighbour, 'close');
    } finally {
      session.destroy();
      server.close();
    }
  });

  it('other vendor statuses are answered as over HTTP/1.1', async () => {
    const server = createHttp2(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const stream = session.request({ ':path': '/iis:404.6' });
      const [fields] = (await once(stream, 'response')) as [Record<string, unknown>];
      expect(fields).toMatchObject({ ':status': 405, allow: '' });
      stream.resume();
      await once(stream, 'close');
    } finally {
      session.destroy();
      server.close();
    }
  });
});
