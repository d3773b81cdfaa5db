import { createReadStream } from 'node:fs';
import { Readable, Stream } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorHandler } from '@faultless/koa';
import { NotFound, type Report } from '@faultless/node';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import { request as undici } from 'undici';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';
import { failing, failingUnread, failingWeb, through } from './support/failing-bodies.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

/** What the reporter and the application of each server have heard. */
const running: { readonly reports: readonly Report[]; readonly told: readonly unknown[] }[] = [];

afterEach(async () => {
  await closeAll();
  for (const { reports, told } of running.splice(0)) {
    // Koa's own handler, which tells of every error, is not reached.
    const faults = reports.filter(({ level }) => level === 'error');
    expect(told).toEqual(faults.map(({ error }) => error));
  }
});

/** What an application hears of a thing that is no error, which is its cause. */
const NO_ERROR = 'what was thrown is no error';

type Handler = (context: Context) => unknown;

interface Started extends Listening {
  readonly reports: readonly Report[];
}

async function start(create: () => Koa, handler: Handler): Promise<Started> {
  const reports: Report[] = [];
  const app = create();
  const told: unknown[] = [];
  app.on('error', (error: Error) => told.push(error.message === NO_ERROR ? error.cause : error));
  running.push({ reports, told });
  app.use(errorHandler({ report: (report) => reports.push(report) }));
  app.use(async (context) => {
    await handler(context);
  });
  return { ...(await serve(app.callback())), reports };
}

const failure = new NotFound('No such file.');
const TOO_MANY_FILES = Object.assign(new Error('EMFILE'), { code: 'EMFILE', syscall: 'open' });

/** A file's error, as far as it can be read. */
const hostileFailure = (): Error =>
  Object.defineProperty(new Error('hostile'), 'syscall', {
    get: () => {
      throw new Error('trapped');
    },
  });

const KOAS = [
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
] as const;

const BODIES: readonly (readonly [string, (pieces: readonly string[]) => unknown, number])[] = [
  ['a stream', (pieces) => failing(pieces, failure), 2],
  ['a stream through another', (pieces) => through(failing(pieces, failure)), 2],
  ['a web stream', (pieces) => failingWeb(pieces, failure), 3],
  ['a Response', (pieces) => new Response(failingWeb(pieces, failure)), 3],
];

describe.each(KOAS)('a body that fails on %s', (name, create) => {
  const bodies = BODIES.filter(([, , since]) => Number(name.slice(-1)) >= since);

  it.each(bodies)('before its first byte is answered as a whole: %s', async (_what, make) => {
    const { request, connect, reports } = await start(create, (context) => {
      context.set({ ETag: '"a"', 'Content-Encoding': 'br', 'X-Request-Id': '7' });
      context.type = 'image/png';
      context.length = 100;
      context.body = make([]);
    });
    const response = await request();
    expect(response.statusLine).toBe('HTTP/1.1 404 Not Found');
    expect(response.value('Content-Type')).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ status: 404, detail: 'No such file.' });
    expect(response.values('ETag')).toEqual([]);
    expect(response.values('Content-Encoding')).toEqual([]);
    expect(response.value('X-Request-Id')).toBe('7');
    expect(reports).toEqual([expect.objectContaining({ error: failure, outcome: 'sent' })]);
    const connection = await connect();
    for (let time = 0; time < 3; time += 1) expect((await connection.request()).status).toBe(404);
    connection.close();
  });

  it.each(bodies)('after its first byte is cut off: %s', async (_what, make) => {
    const { connect, reports } = await start(create, (context) => {
      context.body = make(['first', 'second']);
    });
    const connection = await connect();
    connection.send();
    await connection.closed;
    const text = connection.unread.toString('latin1');
    expect(text).toMatch(
      /^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n(?:5\r\nfirst|b\r\nfirstsecond)\r\n/,
    );
    expect(text).not.toMatch(/\r\n0\r\n\r\n$|404|No such file/);
    expect(reports).toEqual([
      expect.objectContaining({
        error: failure,
        outcome: 'truncated',
        level: 'error',
        sentStatus: undefined,
      }),
    ]);
  });

  it.each(bodies)('is no matter to HEAD: %s', async (_what, make) => {
    const { connect } = await start(create, (context) => {
      context.body = make([]);
    });
    const connection = await connect();
    expect(await connection.request({ method: 'HEAD' })).toMatchObject({ status: 200 });
    await sleep(15);
    expect(await connection.request({ method: 'HEAD' })).toMatchObject({ status: 200 });
    connection.close();
  });

  it('while content is still coming is answered', async () => {
    const { raw, reports } = await start(create, (context) => {
      context.body = failing([], failure);
    });
    const { status } = await raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nfirst');
    expect(status).toBe(404);
    expect(reports).toEqual([expect.objectContaining({ error: failure, outcome: 'sent' })]);
  });

  it('is listened to once, however often it is set and whatever was sent before', async () => {
    const counts: number[] = [];
    const { connect } = await start(create, (context) => {
      const body = Readable.from(['whole']);
      context.body = body;
      context.body = body;
      counts.push(body.listenerCount('error'), body.listenerCount('close'));
    });
    const once: number[] = [];
    const app = create();
    app.use(errorHandler()).use((context) => {
      const body = Readable.from(['whole']);
      context.body = body;
      once.push(body.listenerCount('error'), body.listenerCount('close'));
    });
    await (await serve(app.callback())).request();
    const connection = await connect();
    for (let time = 0; time < 3; time += 1) {
      expect((await connection.request()).text).toBe('whole');
    }
    connection.close();
    expect(counts).toEqual([...once, ...once, ...once]);
  });

  it('while the app still works on the response is answered', async () => {
    const { request, reports } = await start(create, async (context) => {
      context.body = failingUnread(failure);
      await sleep(20);
    });
    expect((await request()).json()).toMatchObject({ status: 404, detail: 'No such file.' });
    expect(reports).toHaveLength(1);
  });

  it('though the app fails too is answered once', async () => {
    const late = new Error('late');
    const { request, reports } = await start(create, async (context) => {
      context.body = failingUnread(failure);
      await sleep(20);
      throw late;
    });
    expect((await request()).status).toBe(404);
    await until(() => reports.length >= 2);
    expect(reports.map(({ error, outcome }) => [error, outcome])).toEqual([
      [failure, 'sent'],
      [late, 'too-late'],
    ]);
  });

  it('after the app has failed is answered once', async () => {
    const { request, reports } = await start(create, (context) => {
      context.body = failingUnread(new Error('late'));
      throw failure;
    });
    expect((await request()).status).toBe(404);
    await sleep(15);
    expect(reports.map(({ error }) => error)).toEqual([failure]);
  });

  it('because the app has failed, and Koa gives the body up, is no failure of its own', async () => {
    const upstream = await serve((_request, response) => response.write('begun'));
    let body: Readable | undefined;
    const { request, reports } = await start(create, async (context) => {
      // Destroyed before its end, it says that it was aborted.
      ({ body } = await undici(`http://127.0.0.1:${upstream.port}/`));
      context.body = body;
      throw failure;
    });
    expect((await request()).status).toBe(404);
    await until(() => body?.closed === true);
    expect(body?.errored).toMatchObject({ code: 'UND_ERR_ABORTED' });
    expect(reports.map(({ error }) => error)).toEqual([failure]);
  });

  it.each([
    ['that is not there', () => createReadStream('/nowhere/at/all')],
    ['that is a directory', () => createReadStream('/')],
  ])('as a file %s is a 404, which names no path', async (_which, open) => {
    const { request, reports } = await start(create, (context) => {
      context.body = open();
    });
    const { status, text } = await request();
    expect(status).toBe(404);
    expect(text).not.toMatch(/nowhere|ENOENT|EISDIR/);
    expect(reports).toHaveLength(1);
  });

  it.each<readonly [string, string | undefined, number]>([
    ['EPERM', '/kept', 403],
    ['EACCES', '/kept', 403],
    ['ENOTDIR', '/kept', 404],
    ['EISDIR', '/kept', 404],
    ['EISDIR', undefined, 500],
  ])('as a file does, with %s of %s, is a %i', async (code, path, status) => {
    const { request } = await start(create, (context) => {
      const body = failingUnread(Object.assign(new Error(code), { code, path, syscall: 'open' }));
      context.body = Object.assign(body, { path });
    });
    expect((await request()).status).toBe(status);
  });

  it.each<readonly [string, number, (stream: Readable) => unknown]>([
    ['with null', 500, (stream) => stream.emit('error', null)],
    ['with a text', 500, (stream) => stream.emit('error', 'text')],
    ['twice', 404, (stream) => [stream.emit('error', failure), stream.emit('error', failure)]],
    [
      'and goes on',
      404,
      (stream) => [stream.emit('error', failure), stream.push('leftover'), stream.push(null)],
    ],
    ['by ending before its end', 500, (stream) => stream.destroy()],
    ['with what throws when it is asked', 500, (stream) => stream.emit('error', hostileFailure())],
    ['with a code that is no file’s', 503, (stream) => stream.emit('error', TOO_MANY_FILES)],
  ])('%s is answered with %i', async (_how, expected, fail) => {
    const { connect, reports } = await start(create, (context) => {
      const stream = new Readable({ read: () => undefined });
      context.body = stream;
      setTimeout(fail, 5, stream);
    });
    const connection = await connect();
    const { status, text } = await connection.request();
    expect(status).toBe(expected);
    expect(text).not.toContain('leftover');
    await sleep(10);
    expect(connection.unread).toHaveLength(0);
    expect(reports).toHaveLength(1);
    connection.close();
  });

  it('as streams of old libraries do, is answered', async () => {
    const { request, reports } = await start(create, (context) => {
      const legacy = new Stream();
      context.body = legacy;
      setTimeout(() => legacy.emit('error', failure), 1);
    });
    expect((await request()).json()).toMatchObject({ status: 404, detail: 'No such file.' });
    expect(reports).toHaveLength(1);
  });

  it('is destroyed when something else is answered', async () => {
    let body: Readable | undefined;
    const { request } = await start(create, (context) => {
      body = failing(['first'], failure, 10_000);
      context.body = body;
      throw failure;
    });
    await request();
    await until(() => body?.destroyed === true);
  });
});

describe('a body of the web on Koa 3', () => {
  const make = () => new Koa();

  it('that fails as a Blob is answered as a whole', async () => {
    class FailingBlob extends Blob {
      override stream(): ReturnType<Blob['stream']> {
        return failingWeb([], failure) as ReturnType<Blob['stream']>;
      }
    }
    const { request } = await start(make, (context) => {
      context.body = new FailingBlob(['four']);
    });
    expect((await request()).json()).toMatchObject({ status: 404, detail: 'No such file.' });
  });

  it('may be none, in a Response', async () => {
    const { request, reports } = await start(make, (context) => {
      context.body = new Response(null);
    });
    expect(await request()).toMatchObject({ status: 200, text: '' });
    expect(reports).toEqual([]);
  });

  it('is not taken for one because it has a body', async () => {
    const { request } = await start(make, (context) => {
      context.body = { [Symbol.toStringTag]: 'Letter', body: 'Dear all' };
    });
    expect((await request()).json()).toEqual({ body: 'Dear all' });
  });
});
