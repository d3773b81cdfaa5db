import { createServer, type IncomingMessage } from 'node:http';
import { errorHandler, type Report } from '@faultless/express';
import type { Request, RequestHandler } from 'express';
import { createProxyMiddleware as create2 } from 'http-proxy-middleware2';
import { createProxyMiddleware as create3 } from 'http-proxy-middleware3';
import { type Listening, listen } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { EXPRESSES } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

type Fail = (error: Error, request: unknown) => void;
type Create = (target: string, fail: Fail) => RequestHandler;

const handOn: Fail = (error, request) => {
  (request as Request).next?.(error);
};

/** Of an upstream that breaks off in the middle it tells nobody, and leaves its client waiting. */
const watch = (answer: IncomingMessage, request: unknown) => {
  answer.once('error', (error) => {
    handOn(error, request);
  });
};

/** As its docs show: what can't be proxied is for the app's error handler. */
const VERSIONS: readonly (readonly [string, Create])[] = [
  [
    'http-proxy-middleware 3',
    (target, error) => create3({ target, on: { error, proxyRes: watch } }),
  ],
  [
    'http-proxy-middleware 2',
    (target, onError) =>
      create2({
        target,
        onError,
        onProxyRes: watch,
        logLevel: 'silent',
      }),
  ],
];

let upstream: Listening;
beforeAll(async () => {
  const server = createServer((request, response) => {
    if (request.url === '/missing') {
      response.writeHead(404, { 'Content-Type': 'text/plain', ETag: '"theirs"' }).end('theirs');
    } else if (request.url === '/torn') {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    } else if (request.url === '/silent') {
      response.destroy();
    } else response.end('theirs');
  });
  upstream = await listen(server);
});
afterAll(() => upstream.close());
afterEach(closeAll);

describe.each(VERSIONS)('%s', (_version, create) => {
  describeNeighbour('for another path', {
    express: (app) => app.use('/elsewhere', create(upstream.origin, handOn)),
  });

  describe.each(EXPRESSES)('on %s', (_name, createApp) => {
    async function start(target = upstream.origin) {
      const reports: Report[] = [];
      const app = createApp();
      app.use(create(target, handOn));
      app.use(errorHandler({ report: (report) => reports.push(report) }));
      return { ...(await serve(app)), reports };
    }

    it.each([
      ['/', 200],
      ['/missing', 404],
    ])('passes %s on as it is', async (path, status) => {
      const { request, reports } = await start();
      const answer = await request({ path });
      expect([answer.status, answer.text, reports]).toEqual([status, 'theirs', []]);
    });

    it('hands on that nobody is there', async () => {
      const { request, reports } = await start('http://127.0.0.1:1');
      const answer = await request();
      expect(answer.status).toBe(502);
      expect(answer.text).not.toContain('127.0.0.1');
      expect(reports).toMatchObject([{ sentStatus: 502, outcome: 'sent', level: 'error' }]);
    });

    it('hands on that nothing came', async () => {
      const { request, reports } = await start();
      const answer = await request({ path: '/silent' });
      expect([answer.status, answer.json().status]).toEqual([502, 502]);
      expect(reports).toMatchObject([{ sentStatus: 502, outcome: 'sent', level: 'error' }]);
    });

    it('lets no half pass for the whole, where the app listens for it', async () => {
      const { connect, reports } = await start();
      const connection = await connect();
      connection.send({ path: '/torn' });
      await connection.closed;
      const answer = await connection.next();
      expect([answer?.complete, answer?.text]).toEqual([false, 'half']);
      expect(reports).toMatchObject([{ outcome: 'truncated', level: 'error' }]);
    });
  });
});
