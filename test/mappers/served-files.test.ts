import { once } from 'node:events';
import { chmodSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { errorHandler } from '@faultless/koa';
import type { Context, Middleware } from 'koa';
import Koa2 from 'koa2';
import { thrownBy } from './raise.js';
import { ask, type Served, serve, serveExpress, serveKoa } from './servers.js';

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

  it.each(FILES.slice(0, 3))('%s', async (_what, name, expected) => {
    expectRefusal(await ask(`${served.url}/${name}`), expected);
  });

  it('the server may not read: 500, as send says', async () => {
    expectRefusal(await asNobody(() => ask(`${served.url}/unreadable`)), 500);
    expect(served.reports.at(-1)?.error).toMatchObject({ code: 'EACCES' });
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
