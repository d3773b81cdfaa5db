import { EventEmitter, once } from 'node:events';
import { get } from 'node:http';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Forbidden, NotFound } from '@faultless/core';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { limitStorms, reportTo } from '@faultless/report';
import { pinoHttpOptions, pinoSink } from '@faultless/report/pino';
import express from 'express';
import Koa from 'koa';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { pinoHttp as pinoHttp10 } from 'pino-http10';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';

afterEach(closeAll);

const LEVELS: Readonly<Record<number, string>> = { 30: 'info', 40: 'warn', 50: 'error' };

interface Line {
  readonly [member: string]: unknown;
  readonly level: number;
  readonly err?: { readonly type: string; readonly stack: string };
}

/** A logger of the pino that a pino-http has, and what it has written. */
function logging(use: typeof pinoHttp = pinoHttp): {
  logger: Logger;
  lines: Line[];
  text: () => string;
} {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return {
    logger: use({}, stream).logger,
    get lines() {
      return written.map((line) => JSON.parse(line) as Line);
    },
    text: () => written.join(''),
  };
}

const FAILURES: Readonly<Record<string, () => unknown>> = {
  '/fault': () => Object.assign(new TypeError('no such luck'), { password: 's3cr3t' }),
  '/absent': () => new NotFound('No such order.'),
  '/hidden': () => new Forbidden('Not yours.', { conceal: true }),
};

type App = (logger: Logger, use: typeof pinoHttp) => Parameters<typeof serve>[0];

const APPS: readonly (readonly [name: string, app: App])[] = [
  [
    'Express',
    (logger, use) => {
      const app = express();
      app.use(use({ logger, ...pinoHttpOptions() }));
      app.use((request, response) => {
        response.setHeader('Set-Cookie', 'id=s3cr3t');
        throw FAILURES[request.path]?.();
      });
      app.use(expressErrorHandler({ report: reportTo([pinoSink(logger)]) }));
      return app;
    },
  ],
  [
    'Koa',
    (logger, use) => {
      const app = new Koa();
      const log = use({ logger, ...pinoHttpOptions() });
      app.use(async (context, next) => {
        log(context.req, context.res);
        await next();
      });
      app.use(koaErrorHandler({ report: reportTo([pinoSink(logger)]) }));
      app.use((context) => {
        context.set('Set-Cookie', 'id=s3cr3t');
        throw FAILURES[context.path]?.();
      });
      return app.callback();
    },
  ],
];

const VERSIONS = [
  [11, pinoHttp],
  [10, pinoHttp10],
] as const;

const CASES = VERSIONS.flatMap(([version, use]) =>
  APPS.map(([name, create]) => [version, name, { create, use }] as const),
);

describe.each(CASES)('pino-http %i on %s', (_version, _name, { create, use }) => {
  it.each([
    ['/fault', 'error', 500, 500],
    ['/absent', 'info', 404, 404],
    ['/hidden', 'info', 403, 404],
  ])('writes one line for %s: %s, %i', async (path, level, status, sentStatus) => {
    const log = logging(use);
    const { request } = await serve(create(log.logger, use));
    const headers = { authorization: 'Bearer s3cr3t', 'user-agent': 's3cr3t' };
    const { json } = await request({ path: `${path}?key=s3cr3t`, headers });
    await until(() => log.lines.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [line, ...more] = log.lines;
    expect(more).toEqual([]);
    expect(LEVELS[line?.level ?? 0]).toBe(level);
    expect(line).toMatchObject({
      status,
      path,
      instance: json().instance,
      req: { method: 'GET', url: path },
      res: { statusCode: sentStatus },
      responseTime: expect.any(Number),
      requestId: expect.any(String),
      err: { type: expect.any(String), stack: expect.stringContaining('\n    at ') },
    });
    expect(line?.msg).toContain(`GET ${path} ${status} `);
    expect(log.text()).not.toContain('s3cr3t');
  });
});

describe.each(VERSIONS)('the options for pino-http %i', (_version, use: typeof pinoHttp) => {
  it('leave what the application logs of an error, without its secrets', async () => {
    const log = logging(use);
    const app = express();
    app.use(use({ logger: log.logger, ...pinoHttpOptions() }));
    app.get('/', (request, response) => {
      const config = { headers: { authorization: 'Bearer s3cr3t' } };
      request.log.error(Object.assign(new TypeError('no such luck'), { config }));
      request.log.info({ err: 'a text' });
      response.end();
    });
    const { request } = await serve(app);
    await request();
    await until(() => log.lines.length > 2);
    expect(log.lines[1]?.err).toBe('a text');
    expect(log.lines[0]?.err).toMatchObject({
      type: 'TypeError',
      message: 'no such luck',
      stack: expect.stringContaining('\n    at '),
    });
    expect(log.text()).not.toContain('s3cr3t');
  });

  it('leave a line of what no error of ours was answered in at its own level', async () => {
    const log = logging(use);
    const app = express();
    app.use(use({ logger: log.logger, ...pinoHttpOptions() }));
    app.get('/:status', ({ params }, response) => {
      response.status(Number(params.status)).end();
    });
    const { request } = await serve(app);
    for (const status of [200, 500])
      expect((await request({ path: `/${status}` })).status).toBe(status);
    await until(() => log.lines.length > 1);
    expect(log.lines.map(({ level }) => LEVELS[level ?? 0])).toEqual(['info', 'error']);
  });
});

describe('pinoSink', () => {
  const serveExpress = (use: (app: ReturnType<typeof express>) => void, report: unknown) => {
    const app = express();
    use(app);
    app.use(() => {
      throw new TypeError('no such luck');
    });
    app.use(expressErrorHandler({ report: report as never }));
    return serve(app);
  };

  it('logs with the logger that it has been given', async () => {
    const log = logging();
    const { request } = await serveExpress(() => undefined, reportTo([pinoSink(log.logger)]));
    await request({ path: '/orders' });
    expect(log.lines).toEqual([
      expect.objectContaining({
        level: 50,
        msg: 'GET /orders 500 TypeError (sent 500)',
        err: expect.objectContaining({ type: 'TypeError', message: 'no such luck' }),
      }),
    ]);
  });

  it("logs with the request's own logger", async () => {
    const [log, other] = [logging(), logging()];
    const { request } = await serveExpress(
      (app) => app.use(pinoHttp({ logger: log.logger.child({ own: 7 }), autoLogging: false })),
      reportTo([pinoSink(other.logger)]),
    );
    await request();
    expect(log.lines).toEqual([expect.objectContaining({ own: 7, status: 500 })]);
    expect(other.lines).toEqual([]);
  });

  it.each<[string, object]>([
    ['writes no lines', { autoLogging: false }],
    ['leaves this one out', { autoLogging: { ignore: () => true } }],
  ])('logs by itself where pino-http %s', async (_what, more) => {
    const log = logging();
    const { request } = await serveExpress(
      (app) => app.use(pinoHttp({ logger: log.logger, ...pinoHttpOptions(), ...more })),
      reportTo([pinoSink(log.logger)]),
    );
    await request();
    await until(() => log.lines.length > 0);
    expect(log.lines).toEqual([expect.objectContaining({ status: 500, level: 50 })]);
  });

  it.each<[string, object, readonly string[]]>([
    ['the line of the request', {}, ['response cut off', 'GET / 500 Error (client-gone)']],
    ['no line at all', { autoLogging: false }, ['GET / 500 Error (client-gone)']],
  ])('logs by itself what comes after %s', async (_what, more, messages) => {
    const log = logging();
    const left = new EventEmitter();
    const app = express();
    app.use(pinoHttp({ logger: log.logger, ...pinoHttpOptions(), ...more }));
    app.use(async (_request, response) => {
      const closed = once(response, 'close');
      left.emit('arrived');
      await closed;
      throw new Error('Nobody waits for it.');
    });
    app.use(expressErrorHandler({ report: reportTo([pinoSink(log.logger)]) }));
    const { origin } = await serve(app);
    const arrived = once(left, 'arrived');
    const asked = get(origin, { agent: false }).on('error', () => undefined);
    await arrived;
    asked.destroy();
    await until(() => log.lines.length === messages.length);
    expect(log.lines.map(({ msg }) => msg)).toEqual(messages);
    expect(log.lines.at(-1)).toMatchObject({ level: 50, status: 500, outcome: 'client-gone' });
  });

  it('calls no response completed whose source has failed', async () => {
    const log = logging();
    const app = express();
    app.use(pinoHttp({ logger: log.logger, ...pinoHttpOptions() }));
    app.use(async (_request, response) => {
      async function* source() {
        yield 'part';
        await once(response.socket ?? response, 'drain', { signal: AbortSignal.timeout(20) }).catch(
          () => undefined,
        );
        throw new TypeError('the disk is gone');
      }
      await pipeline(source(), response);
    });
    app.use(expressErrorHandler({ report: reportTo([pinoSink(log.logger)]) }));
    const { origin } = await serve(app);
    get(origin, { agent: false }, (response) => response.on('error', () => undefined).resume());
    await until(() => log.lines.some(({ err }) => err !== undefined));
    expect(log.text()).not.toContain('request completed');
    expect(log.lines.at(-1)).toMatchObject({
      level: 50,
      outcome: 'truncated',
      err: { type: 'TypeError', message: 'the disk is gone' },
    });
  });

  it('logs of a storm the first whole, then one short line for each request, and the count', async () => {
    const log = logging();
    const sink = limitStorms(pinoSink(log.logger), { first: 1 });
    const { request } = await serveExpress(
      (app) => app.use(pinoHttp({ logger: log.logger, ...pinoHttpOptions() })),
      reportTo([sink]),
    );
    for (let at = 0; at < 3; at += 1) await request();
    sink.flush();
    await until(() => log.lines.length === 4);
    const [first, ...others] = log.lines;
    const summary = others.find(({ repeated }) => repeated !== undefined);
    expect(first).toMatchObject({ status: 500, err: { stack: expect.any(String) } });
    expect(summary).toMatchObject({ repeated: { count: 2, seconds: expect.any(Number) } });
    const short = { type: 'TypeError', message: 'no such luck' };
    for (const line of others.filter((one) => one !== summary)) {
      expect(line).toMatchObject({ level: 50, msg: 'request errored' });
      expect(line.err).toEqual(short);
    }
  });
});
