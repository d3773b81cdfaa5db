import { once } from 'node:events';
import { chmodSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as nodeStream from 'node:stream';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { errorHandler as expressErrorHandler, isHttpError, type Report } from '@faultless/express';
import { errorHandler } from '@faultless/koa';
import { handle } from '@faultless/node';
import express4 from 'express4';
import type { Context, Middleware } from 'koa';
import Koa2 from 'koa2';
import { until } from '../harness/until.js';
import { thrownBy } from './raise.js';
import { ask, type Served, serve, serveExpress, serveKoa } from './servers.js';

/** The copy that older packages make their filters of. */
const require = createRequire(import.meta.url);
const packaged = require('readable-stream') as typeof nodeStream;

let folder: string;
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-qx11-'));
  chmodSync(folder, 0o755);
  writeFileSync(file('readable'), 'content');
  writeFileSync(file('unreadable'), 'secret', { mode: 0 });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Without the rights of root, whom no mode keeps out. */
async function asNobody<Result>(run: () => Promise<Result>): Promise<Result> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const FILES: readonly [what: string, name: string, status: number][] = [
  ['is missing', 'missing', 404],
  ['lies below a file', 'readable/below', 404],
  ['has too long a name', 'x'.repeat(300), 404],
  ['is a directory', '', 404],
  ['the server may not read', 'unreadable', 403],
];

function expectRefusal({ status, text, problem, headers }: Answer, expected: number): void {
  expect([status, problem.status]).toEqual([expected, expected]);
  expect(text).not.toMatch(/qx11|ENOENT|EACCES|EISDIR|readable/);
  expect([...headers.keys()]).not.toContain('last-modified');
  expect([...headers.keys()]).not.toContain('etag');
}

type Answer = Awaited<ReturnType<typeof ask>>;

describe('Express, res.sendFile of a file that', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serveExpress((app) => {
      app.use((request, response) => {
        response.sendFile(decodeURIComponent(request.path).slice(1), { root: folder });
      });
    });
  });

  afterAll(() => served.close());

  it.each(FILES.filter(([, name]) => name !== ''))('%s', async (_what, name, expected) => {
    expectRefusal(await asNobody(() => ask(`${served.url}/${name}`)), expected);
  });
});

type Fail = (error: unknown) => void;
type Send = (response: ServerResponse, fail: Fail) => unknown;

function serveNode(send: Send): Promise<Served> {
  const reports: Served['reports'] = [];
  const report = (one: Report): unknown => reports.push(one);
  const listener = handle(
    (_request, response) =>
      new Promise((_resolve, reject) => {
        Promise.resolve(send(response, reject)).catch(reject);
      }),
    { report },
  );
  return serve(listener, reports);
}

/** Where a handler sends a file by itself, and hands over what that fails with. */
const SENDERS: readonly [server: string, start: (send: Send) => Promise<Served>][] = [
  ['handle', serveNode],
  [
    'Express 5',
    (send) => serveExpress((app) => app.use((_request, response, next) => send(response, next))),
  ],
  [
    'Express 4',
    (send) => {
      const reports: Served['reports'] = [];
      const app = express4();
      app.use((_request, response, next) => {
        Promise.resolve(send(response, next)).catch(next);
      });
      app.use(expressErrorHandler({ report: (report) => reports.push(report) }));
      return serve(app, reports);
    },
  ],
  [
    'Koa 3',
    (send) =>
      serveKoa((app) => {
        app.use(
          (context) =>
            new Promise((_resolve, reject) => {
              Promise.resolve(send(context.res, reject)).catch(reject);
            }),
        );
      }),
  ],
];

describe.each(SENDERS)('%s, a file piped into the response that', (_server, start) => {
  it.each(FILES)('%s', async (_what, name, expected) => {
    const served = await start((response, fail) => {
      response.setHeader('Last-Modified', new Date().toUTCString());
      createReadStream(file(name)).on('error', fail).pipe(response);
    });
    expectRefusal(await asNobody(() => ask(served.url)), expected);
    await served.close();
    expect(served.reports.map(({ level, outcome }) => [level, outcome])).toEqual([
      ['info', 'sent'],
    ]);
    expect(served.reports[0]?.error).toMatchObject({ cause: { errno: expect.any(Number) } });
  });

  it.each<[string, (source: Readable, response: ServerResponse) => unknown]>([
    ['a filter of Node', (source, response) => source.pipe(createGzip()).pipe(response)],
    [
      "filters of another copy of Node's streams",
      (source, response) =>
        source.pipe(new packaged.PassThrough()).pipe(new packaged.PassThrough()).pipe(response),
    ],
  ])('is missing, behind %s', async (_what, send) => {
    const served = await start((response, fail) => {
      send(createReadStream(file('missing')).on('error', fail), response);
    });
    expectRefusal(await ask(served.url), 404);
    await served.close();
  });

  it('is missing while content of the request is still to come', async () => {
    const served = await start((response, fail) => {
      createReadStream(file('missing')).on('error', fail).pipe(response);
    });
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new Uint8Array(9));
      },
    });
    const response = await fetch(served.url, { method: 'POST', body, duplex: 'half' });
    expect(response.status).toBe(404);
    await response.text();
    await served.close();
  });

  it.each<[string, Send]>([
    ['another that the handler reads is missing', () => readFile(file('missing'))],
    [
      'another is missing while it is sent',
      async (response) => {
        createReadStream(file('readable')).pipe(response);
        await readFile(file('missing'));
      },
    ],
    [
      'another is read beside it, as a stream',
      (response, fail) => {
        createReadStream(file('readable')).pipe(response);
        createReadStream(file('missing')).on('error', fail).resume();
      },
    ],
    [
      'it is opened before it is sent',
      async (response) => {
        const source = createReadStream(file('missing'));
        await once(source, 'open');
        source.pipe(response);
      },
    ],
  ])('is not what failed, since %s: 500, or whatever was sent', async (_why, send) => {
    const served = await start(send);
    const response = await fetch(served.url).catch(() => undefined);
    await response?.text().catch(() => undefined);
    await until(() => served.reports.length > 0);
    await served.close();
    expect(served.reports.map(({ level, error }) => [level, isHttpError(error)])).toEqual([
      ['error', false],
    ]);
  });

  it('is missing, by `pipeline`, which closes the connection before anybody is told', async () => {
    const served = await start((response, fail) => {
      pipeline(createReadStream(file('missing')), response, fail as () => void);
    });
    await expect(fetch(served.url)).rejects.toThrow('fetch failed');
    await served.close();
    expect(served.reports.map(({ outcome }) => outcome)).toEqual(['truncated']);
  });
});

function serveKoa2(handler: (context: Context) => unknown): Promise<Served> {
  const app = new Koa2();
  const reports: Served['reports'] = [];
  app.use(errorHandler({ report: (report) => reports.push(report) }) as unknown as Koa2.Middleware);
  app.use(((context: Context) => handler(context)) as unknown as Koa2.Middleware);
  return serve(app.callback(), reports);
}

const KOAS = [
  ['Koa 2', serveKoa2],
  [
    'Koa 3',
    (handler: Middleware) =>
      serveKoa((app) => {
        app.use(handler);
      }),
  ],
] as const;

describe.each(KOAS)('%s, a body that is a file that', (_koa, start) => {
  it.each(FILES)('%s', async (_what, name, expected) => {
    const served = await start((context) => {
      context.set('Last-Modified', new Date().toUTCString());
      context.body = createReadStream(file(name));
    });
    expectRefusal(await asNobody(() => ask(served.url)), expected);
    await served.close();
    expect(served.reports).toHaveLength(1);
    expect(served.reports[0]?.error).toMatchObject({ cause: { errno: expect.any(Number) } });
  });

  it('is there', async () => {
    const served = await start((context) => {
      context.body = createReadStream(file('readable'));
    });
    const response = await fetch(served.url);
    expect([response.status, await response.text()]).toEqual([200, 'content']);
    await served.close();
    expect(served.reports).toHaveLength(0);
  });

  it('is missing, by a path in bytes', async () => {
    const served = await start((context) => {
      context.body = createReadStream(Buffer.from(file('missing')));
    });
    expectRefusal(await ask(served.url), 404);
    await served.close();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['another file is missing', () => thrownBy(() => readFile(file('missing')))],
    ['another is no directory', () => thrownBy(() => readFile(file('readable/below')))],
    ['it can not be moved', () => thrownBy(() => rename(file('readable'), file('missing/new')))],
    ['it fails without telling why', () => Promise.resolve(new Error('qx11'))],
  ])('is broken off because %s: 500', async (_why, fail) => {
    const error = (await fail()) as Error;
    const served = await start(async (context) => {
      const stream = createReadStream(file('readable'));
      await once(stream, 'open');
      context.body = stream.destroy(error);
    });
    expectRefusal(await ask(served.url), 500);
    await served.close();
    expect(served.reports).toHaveLength(1);
    expect(served.reports[0]?.error).toBe(error);
  });

  it('is passed through a filter that another middleware put before it', async () => {
    const served = await start((context) => {
      const stream = createReadStream(file('missing'));
      context.body = stream;
      context.body = stream.pipe(new PassThrough());
    });
    expectRefusal(await ask(served.url), 404);
    await served.close();
  });

  it.each<[string, (context: Context) => unknown]>([
    ['a file of its own', () => readFile(file('missing'))],
    [
      'a file of its own while it sends',
      (context) => {
        context.body = Readable.from(readLater());
      },
    ],
  ])('but not %s that the handler reads', async (_what, handler) => {
    const served = await start(async (context) => {
      await handler(context);
    });
    expectRefusal(await ask(served.url), 500);
    await served.close();
  });
});

async function* readLater(): AsyncGenerator<string> {
  yield await readFile(file('missing'), 'utf8');
}
