import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorHandler } from '@faultless/koa';
import type { Report } from '@faultless/node';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

afterEach(closeAll);

async function start(
  create: () => Koa,
  handler: (context: Context) => unknown,
  outside?: (context: Context) => void,
): Promise<Listening & { readonly reports: readonly Report[] }> {
  const reports: Report[] = [];
  const app = create();
  app.use(async (context, next) => {
    await next();
    outside?.(context);
  });
  app.use(errorHandler({ report: (report) => reports.push(report) }));
  app.use(async (context) => {
    await handler(context);
  });
  return { ...(await serve(app.callback())), reports };
}

function webStream(text: string): ReadableStream {
  return new Blob([text]).stream() as ReadableStream;
}

/** A download without end. */
function endless(): Readable {
  return new Readable({
    read() {
      setTimeout(() => this.push('x'.repeat(10_000)), 1);
    },
  });
}

function endlessWeb(onCancel: () => void): ReadableStream {
  return new ReadableStream({
    async pull(controller) {
      await sleep(1);
      controller.enqueue(new Uint8Array(10_000));
    },
    cancel: onCancel,
  });
}

const KOAS = [
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
] as const;

describe.each(KOAS)('a download on %s', (_name, create) => {
  it('arrives as it is, with the length that the app has set', async () => {
    const { connect, reports } = await start(create, (context) => {
      context.type = 'text/x-lines';
      context.length = 11;
      context.body = Readable.from(['first ', 'second'.slice(1)]);
    });
    const connection = await connect();
    for (let time = 0; time < 2; time += 1) {
      const response = await connection.request();
      expect(response).toMatchObject({ status: 200, text: 'first econd' });
      expect(response.value('Content-Length')).toBe('11');
      expect(response.value('Content-Type')).toMatch(/^text\/x-lines/);
    }
    connection.close();
    expect(reports).toHaveLength(0);
  });

  it('may be replaced, by a stream or by something else', async () => {
    const replaced: Readable[] = [];
    const { request, reports } = await start(create, (context) => {
      const first = endless();
      replaced.push(first);
      context.body = first;
      context.body = context.path === '/text' ? 'second' : Readable.from(['second']);
    });
    expect((await request({ path: '/text' })).text).toBe('second');
    expect((await request({ path: '/stream' })).text).toBe('second');
    await sleep(10);
    for (const stream of replaced) stream.destroy();
    await sleep(10);
    expect(reports).toHaveLength(0);
  });

  it('may be led through another stream by an outer middleware', async () => {
    const { request, reports } = await start(
      create,
      (context) => {
        context.body = Readable.from(['first ', 'second']);
      },
      (context) => {
        context.body = (context.body as Readable).pipe(new PassThrough());
      },
    );
    expect((await request()).text).toBe('first second');
    expect(reports).toHaveLength(0);
  });

  it('that its client breaks off is no error', async () => {
    let body: Readable | undefined;
    const { connect, reports } = await start(create, (context) => {
      body = endless();
      context.body = body;
    });
    for (const how of ['destroy', 'resetAndDestroy'] as const) {
      const connection = await connect();
      connection.send();
      await connection.moreBytes();
      connection.socket[how]();
      await connection.closed;
      await until(() => body?.destroyed === true);
    }
    for (const { level, outcome, status } of reports) {
      expect([level, outcome, status]).toEqual(['info', 'client-gone', 499]);
    }
    expect(reports.length).toBeLessThanOrEqual(2);
  });
});

describe('a web body on Koa 3', () => {
  const create = (): Koa => new Koa();

  it.each<readonly [string, () => unknown, string, string | undefined]>([
    ['a web stream', () => webStream('first second'), 'application/octet-stream', undefined],
    ['a Blob', () => new Blob(['first second'], { type: 'text/x-blob' }), 'text/x-blob', '12'],
    [
      'a Response',
      () =>
        new Response(webStream('first second'), { headers: { 'content-type': 'text/x-response' } }),
      'text/x-response',
      undefined,
    ],
  ])('arrives as it is: %s', async (_what, make, type, length) => {
    const { connect, reports } = await start(create, (context) => {
      context.body = make();
    });
    const connection = await connect();
    const response = await connection.request();
    expect(response).toMatchObject({ status: 200, text: 'first second' });
    expect(response.value('Content-Type')).toContain(type);
    expect(response.value('Content-Length')).toBe(length);
    const head = await connection.request({ method: 'HEAD' });
    expect(head.value('Content-Length')).toBe(length);
    expect((await connection.request()).text).toBe('first second');
    connection.close();
    expect(reports).toHaveLength(0);
  });

  it.each([201, 404, 503])('keeps the status %i of a Response', async (status) => {
    const { request, reports } = await start(create, (context) => {
      context.body = new Response('own', { status });
    });
    expect(await request()).toMatchObject({ status, text: 'own' });
    expect(reports).toHaveLength(0);
  });

  it('that somebody reads already is a 500', async () => {
    const { request, reports } = await start(create, (context) => {
      const stream = webStream('x');
      stream.getReader();
      context.body = stream;
    });
    expect((await request()).json()).toMatchObject({ status: 500 });
    expect(reports).toHaveLength(1);
  });

  it('that its client breaks off is cancelled, and is no error', async () => {
    let cancelled = 0;
    const { connect, reports } = await start(create, (context) => {
      context.body = endlessWeb(() => {
        cancelled += 1;
      });
    });
    const connection = await connect();
    connection.send();
    await connection.moreBytes();
    connection.close();
    await until(() => cancelled > 0 && reports.length > 0);
    expect(cancelled).toBe(1);
    expect(reports.map(({ level, outcome }) => [level, outcome])).toEqual([
      ['info', 'client-gone'],
    ]);
  });
});
