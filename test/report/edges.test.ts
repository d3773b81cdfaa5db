import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { errorHandler, guardServer, VendorError } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { consoleSink, type ReportRecord, reportTo } from '@faultless/report';
import { pinoHttpOptions, pinoSink } from '@faultless/report/pino';
import { jest } from '@jest/globals';
import express from 'express';
import Koa from 'koa';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { headline } from '../../packages/report/src/headline.js';
import { listen } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';
import { recordOf } from './record-of.js';

afterEach(closeAll);

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string };
}

function logging() {
  const lines: Line[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)) as Line);
      done();
    },
  });
  return { logger: pino({}, stream), lines };
}

describe('pinoHttpOptions beside answers of others', () => {
  it.each<[what: string, answer: express.Handler, line: object]>([
    [
      'a good answer',
      (_req, res) => void res.send('fine'),
      { level: 30, msg: 'request completed', req: { url: '/a' }, res: { statusCode: 200 } },
    ],
    [
      'a 500 that the application sends itself',
      (_req, res) => void res.status(500).send('broken'),
      { level: 50, msg: 'request errored' },
    ],
    [
      'a 500 whose error somebody else has noted',
      (_req, res) => {
        Object.assign(res, { err: new Error('token=s3cr3t') });
        res.status(500).send('broken');
      },
      {
        level: 50,
        msg: 'request errored',
        err: { message: expect.not.stringContaining('s3cr3t') },
      },
    ],
  ])('logs %s', async (_what, answer, line) => {
    const { logger, lines } = logging();
    const app = express();
    app.use(pinoHttp({ logger, ...pinoHttpOptions() }));
    app.get('/a', answer);
    const { origin } = await serve(app);
    await (await fetch(`${origin}/a?token=s3cr3t`)).text();
    await until(() => lines.length > 0);
    expect(lines).toMatchObject([line]);
  });
});

it('pinoSink takes a logger of its own where a request has none that logs', async () => {
  const { logger, lines } = logging();
  const app = express();
  app.use((req, _res, next) => {
    Object.assign(req, { log: { error: 'none' } });
    next();
  });
  app.get('/a', () => {
    throw new Error('a');
  });
  app.use(errorHandler({ report: reportTo([pinoSink(logger)]) }));
  const { origin } = await serve(app);
  await (await fetch(`${origin}/a`)).text();
  await until(() => lines.length > 0);
  expect(lines).toHaveLength(1);
});

it('an error that belongs to no request comes to sinks without one', () => {
  const records: ReportRecord[] = [];
  const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  reportTo([(record) => records.push(record), consoleSink()]).stray(new TypeError('lost'));
  const [line] = String(print.mock.lastCall).split('\n');
  print.mockRestore();
  expect(line).toBe('500 (too-late)');
  expect(records).toEqual([
    expect.objectContaining({ level: 'error', expected: false, path: '', traceId: undefined }),
  ]);
});

describe('a record', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };

  it('has the request id of Koa', async () => {
    const records: ReportRecord[] = [];
    const app = new Koa();
    app.use((context, next) => {
      context.state.requestId = 'request-7';
      return next();
    });
    app.use(koaErrorHandler({ report: reportTo([(record) => records.push(record)]) }));
    app.use(() => {
      throw new Error('a');
    });
    const { origin } = await serve(app.callback());
    await (await fetch(origin)).text();
    expect(records).toMatchObject([{ requestId: 'request-7' }]);
  });

  it('of what a guard refuses has what is known of the request', async () => {
    const records: ReportRecord[] = [];
    const report = reportTo([(record) => records.push(record)]);
    const server = guardServer(createServer(), { maxConnections: 0, report });
    const { origin, close } = await listen(server);
    await (await fetch(`${origin}/a?key=s3cr3t`, { headers })).text();
    await close();
    expect(records).toMatchObject([
      { status: 503, path: '/a', traceId: TRACE, durationMs: expect.any(Number) },
    ]);
  });

  it.each([[''], [7], [null], [Object.create(null)], [{ name: '', constructor: {} }]])(
    'has a kind and a print of a thrown %p',
    async (thrown) => {
      const records: ReportRecord[] = [];
      const app = express();
      app.get('/a', async () => {
        throw thrown;
      });
      app.use(errorHandler({ report: reportTo([(record) => void records.push(record)]) }));
      const { origin } = await serve(app);
      await (await fetch(`${origin}/a`)).text();
      for (const { error, fingerprint } of records) {
        expect([typeof error.type, fingerprint]).toEqual([
          'string',
          expect.stringMatching(/^[\da-f]{14}$/),
        ]);
      }
    },
  );

  it('has what was repaired, with what failed where something did', async () => {
    const records: ReportRecord[] = [];
    const app = express();
    app.get('/a', () => {
      throw new VendorError('nginx:499');
    });
    app.use(
      errorHandler({
        behindProxy: true,
        extend: () => {
          throw new Error('no');
        },
        report: reportTo([(record) => void records.push(record), consoleSink()]),
      }),
    );
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { origin } = await serve(app);
    await (await fetch(`${origin}/a`)).text();
    const [record] = records;
    expect(record?.notices).toEqual([
      { message: expect.any(String) },
      { message: 'extend failed', cause: expect.objectContaining({ message: 'no' }) },
    ]);
    expect(record && headline(record)).toMatch(/^GET \/a 400 nginx:499 \(sent 400\)$/);
    expect(String(warn.mock.calls)).toContain('extend failed');
    warn.mockRestore();
  });

  it('can be made where nothing is known of a request', () => {
    const records: ReportRecord[] = [];
    reportTo([(record) => void records.push(record)])(recordOf.report(new Error('a')), undefined);
    expect(records).toMatchObject([{ requestId: undefined, traceId: undefined, status: 500 }]);
  });
});
