import { execFileSync } from 'node:child_process';
import { NotFound } from '@faultless/core';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { reportTo } from '@faultless/report';
import { sentrySink } from '@faultless/report/sentry';
import * as Sentry from '@sentry/node';
import express from 'express';
import Koa from 'koa';
import { closeAll, serve } from '../harness/serve.js';

interface SentryEvent {
  readonly [member: string]: unknown;
  readonly exception?: { readonly values: readonly Record<string, unknown>[] };
}

const events: SentryEvent[] = [];

const USED = new Set(['Dedupe', 'LinkedErrors', 'RequestData']);

/** Adds to the frames what `includeLocalVariables` does. */
const variables = {
  name: 'Variables',
  processEvent: (event: Sentry.Event) => {
    for (const { stacktrace } of event.exception?.values ?? []) {
      for (const frame of stacktrace?.frames ?? []) frame.vars = { given: 's3cr3t' };
    }
    return event;
  },
};

beforeAll(() => {
  Sentry.init({
    dsn: 'https://key@sentry.example/1',
    // Others patch what all test files of a process share.
    integrations: (all) => [...all.filter(({ name }) => USED.has(name)), variables],
    transport: () => ({
      send: (envelope) => {
        for (const [header, item] of envelope[1] as [{ type: string }, SentryEvent][]) {
          if (header.type === 'event') events.push(item);
        }
        return Promise.resolve({ statusCode: 200 });
      },
      flush: () => Promise.resolve(true),
    }),
  });
});

afterAll(() => Sentry.close());
afterEach(closeAll);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

function fail(path: string): never {
  if (path === '/text') throw 'no such luck';
  if (path === '/absent') throw new NotFound('No such order.');
  if (path === '/taken') {
    throw Object.assign(new Error('duplicate key value violates unique constraint "a"'), {
      name: 'error',
      length: 190,
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (name)=(s3cr3t) already exists.',
      routine: '_bt_check_unique',
    });
  }
  // One that is like the last event is dropped by the SDK.
  if (path === '/later') throw new RangeError('no such luck later');
  const cause = Object.assign(new Error('Bearer s3cr3t-t0ken'), { password: 's3cr3t' });
  throw new TypeError('no such luck', { cause });
}

const report = reportTo([sentrySink(Sentry)]);

describe.each<[string, () => Parameters<typeof serve>[0]]>([
  [
    'Express',
    () => {
      const app = express();
      app.use(({ path }) => fail(path));
      app.use(expressErrorHandler({ report }));
      return app;
    },
  ],
  [
    'Koa',
    () => {
      const app = new Koa();
      app.use(koaErrorHandler({ report }));
      app.use(({ path }) => fail(path));
      return app.callback();
    },
  ],
])('sentrySink on %s', (_name, create) => {
  const ask = async (path: string): Promise<SentryEvent[]> => {
    events.length = 0;
    const { request } = await serve(create());
    const headers = {
      authorization: 'Bearer s3cr3t',
      cookie: 'id=s3cr3t',
      traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
    };
    await request({ path: `${path}?key=s3cr3t`, headers });
    await Sentry.flush();
    return [...events];
  };

  it('captures a fault once, with what is known of it', async () => {
    const [event, ...more] = await ask('/orders/7');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      level: 'error',
      tags: {
        status: '500',
        outcome: 'sent',
        instance: expect.stringMatching(/^urn:uuid:/),
        traceId: TRACE,
      },
      fingerprint: [expect.stringMatching(/^[\da-f]{14}$/)],
      request: { method: 'GET', url: '/orders/7' },
      contexts: { report: { traceId: TRACE, path: '/orders/7' } },
    });
    const values = event?.exception?.values ?? [];
    expect(values.map(({ type, value }) => [type, value])).toEqual([
      ['Error', 'Bearer [redacted]'],
      ['TypeError', 'no such luck'],
    ]);
    expect(values[1]).toMatchObject({
      mechanism: { type: 'faultless', handled: true },
      stacktrace: {
        frames: expect.arrayContaining([expect.objectContaining({ function: 'fail' })]),
      },
    });
    expect(JSON.stringify(event)).not.toContain('s3cr3t');
  });

  it('redacts what was done before, and has no variables', async () => {
    const scope = Sentry.getIsolationScope();
    scope.addBreadcrumb({
      type: 'http',
      category: 'http',
      data: {
        url: 'http://a/b',
        'http.query': '?key=s3cr3t',
        status_code: 200,
        list: [{ token: 's3cr3t' }],
      },
    });
    scope.addBreadcrumb({
      category: 'console',
      level: 'log',
      message: 'sent Bearer s3cr3t-t0ken',
      data: { logger: 'console', arguments: ['password=s3cr3t', new Error('s3cr3t')] },
    });
    // The SDK hands on what it is given.
    const odd = new Proxy({}, { ownKeys: () => fail('/odd') });
    scope.addBreadcrumb({ category: 'odd', data: odd });
    const [event] = await ask('/later');
    scope.clearBreadcrumbs();
    const stack = event?.exception?.values.at(-1)?.stacktrace;
    expect(stack).toMatchObject({ frames: expect.arrayContaining([expect.any(Object)]) });
    expect(event?.breadcrumbs).toEqual([
      {
        timestamp: expect.any(Number),
        type: 'http',
        category: 'http',
        data: {
          url: 'http://a/b',
          'http.query': '[redacted]',
          status_code: 200,
          list: [{ token: '[redacted]' }],
        },
      },
      {
        timestamp: expect.any(Number),
        category: 'console',
        level: 'log',
        message: 'sent Bearer [redacted]',
        data: { logger: 'console', arguments: ['password=[redacted]', '[error]'] },
      },
      { timestamp: expect.any(Number), category: 'odd', data: '[unreadable]' },
    ]);
    expect(JSON.stringify(event)).not.toContain('s3cr3t');
  });

  it.each(['/absent', '/taken'])('captures nothing of the expected %s', async (path) => {
    expect(await ask(path)).toEqual([]);
  });
});

/** The SDK changes modules as Node loads them: it takes a process of its own, and what is built. */
function run(framework: string): Record<string, { status: number; events: SentryEvent[] }> {
  const program = ['--import', './report/sentry-instrument.mjs', 'report/sentry-program.mjs'];
  const env = { ...process.env, PLANTED: 's3cr3t-t0ken' };
  const options = { cwd: 'test', encoding: 'utf8', env, stdio: 'pipe' } as const;
  return JSON.parse(execFileSync(process.execPath, [...program, framework], options)) as ReturnType<
    typeof run
  >;
}

describe.each(['express', 'koa'])('sentrySink beside what the SDK does to %s', (framework) => {
  const said = run(framework);
  const captured = (name: string) =>
    said[name]?.events.map(({ exception }) => exception?.values.map(({ mechanism }) => mechanism));

  it.each(['ours', 'both'])('is the only one to capture (%s)', (mounted) => {
    expect(said[`${mounted} /absent`]).toEqual({ status: 404, events: [] });
    expect(said[`${mounted} /taken`]).toEqual({ status: 409, events: [] });
    expect(said[`${mounted} /fault`]?.status).toBe(500);
    expect(captured(`${mounted} /fault`)).toEqual([[{ type: 'faultless', handled: true }]]);
    expect(captured(`${mounted} /text`)).toEqual([[{ type: 'faultless', handled: true }]]);
    expect(JSON.stringify(said[`${mounted} /fault`])).not.toContain('s3cr3t');
  });

  it('leaves what nobody reports to the SDK', () => {
    const automatic = { type: expect.stringMatching(/^auto\./), handled: false };
    expect(captured('theirs /taken')).toEqual([[automatic]]);
    expect(captured('theirs /fault')).toEqual([[automatic]]);
    expect(captured('theirs /text')).toEqual([[expect.objectContaining({ handled: false })]]);
  });
});

describe('sentrySink beside setupExpressErrorHandler', () => {
  const ask = async (path: string, ...handlers: express.ErrorRequestHandler[]) => {
    events.length = 0;
    const app = express();
    app.use((request) => fail(request.path));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what applications still have
    Sentry.setupExpressErrorHandler(app);
    app.use(...handlers, expressErrorHandler({ report }));
    const { request } = await serve(app);
    await request({ path });
    await Sentry.flush();
    return events.map(({ exception }) => exception?.values.at(-1));
  };

  const captured = (mechanism: object): unknown =>
    expect.objectContaining({ mechanism: expect.objectContaining(mechanism) });

  it('has nothing captured of a 409, and a fault once', async () => {
    expect(await ask('/taken')).toEqual([]);
    expect(await ask('/fault')).toEqual([captured({ type: 'faultless', handled: true })]);
  });

  it('has a thrown text captured once, each time', async () => {
    const once = [captured({ type: 'faultless', handled: true })];
    expect([await ask('/text'), await ask('/text')]).toEqual([once, once]);
  });

  it('waits for an answer that takes its time', async () => {
    const slow: express.ErrorRequestHandler = (error, _request, _response, next) => {
      setTimeout(next, 1300, error);
    };
    expect(await ask('/taken', slow)).toEqual([]);
  });

  it('leaves alone what somebody else answers', async () => {
    const theirs: express.ErrorRequestHandler = (_error, _request, response, _next) => {
      response.status(500).end();
    };
    const mechanism = { type: 'auto.middleware.express', handled: false };
    expect(await ask('/fault', theirs)).toEqual([captured(mechanism)]);
  });
});

describe('sentrySink', () => {
  it('captures other levels when it is told to', async () => {
    events.length = 0;
    const app = express();
    app.use(() => fail('/absent'));
    app.use(expressErrorHandler({ report: reportTo([sentrySink(Sentry, { levels: ['info'] })]) }));
    const { request } = await serve(app);
    await request();
    await Sentry.flush();
    expect(events).toEqual([
      expect.objectContaining({ level: 'info', tags: expect.objectContaining({ status: '404' }) }),
    ]);
  });

  it.each<[string, object]>([
    ['a level', { levels: ['fatal'] }],
    ['an option', { level: 'error' }],
  ])('refuses %s that there is not', (_what, options) => {
    expect(() => sentrySink(Sentry, options)).toThrow(TypeError);
  });
});
