import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { errorHandler, type KoaErrorHandler } from '@faultless/koa';
import { MethodNotAllowed, NotFound, type Report, Unauthorized } from '@faultless/node';
import Koa, { type Context, type Middleware, type Next } from 'koa';
import Koa2 from 'koa2';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';
import { failing, failingUnread, failingWeb } from './support/failing-bodies.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

afterEach(closeAll);

type Handler = (context: Context) => unknown;

interface Started extends Listening {
  readonly reports: readonly Report[];
  /** What a middleware around the error handler finds: the status and whether it is sent, or an error. */
  readonly seen: readonly unknown[];
}

const failure = new Error('no such luck');

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('errorHandler() among the middleware of %s', (name, create) => {
  async function start(handler: Handler, mount = mountOnce): Promise<Started> {
    const reports: Report[] = [];
    const seen: unknown[] = [];
    const app = create();
    app.use(async (context, next) => {
      try {
        await next();
        seen.push([context.status, context.headerSent]);
      } catch (error) {
        seen.push(error);
      }
    });
    const makeHandler = (): KoaErrorHandler =>
      errorHandler({ report: (report) => reports.push(report) });
    for (const middleware of mount(makeHandler, handler)) app.use(middleware);
    return { ...(await serve(app.callback())), reports, seen };
  }

  type Mount = (makeHandler: () => KoaErrorHandler, handler: Handler) => readonly Middleware[];

  const asMiddleware =
    (handler: Handler): Middleware =>
    async (context) => {
      await handler(context);
    };
  const mountOnce: Mount = (make, handler) => [make(), asMiddleware(handler)];
  const mountTwice: Mount = (make, handler) => [make(), make(), asMiddleware(handler)];
  /** As where a custom `compose`, or a middleware around this one, hands over a plain function. */
  const mountAround: Mount = (make, handler) => {
    const errors = make();
    return [(context) => errors(context, (() => handler(context)) as Next)];
  };

  it.each<readonly [string, Handler, Mount]>([
    ['throws', () => Promise.reject(failure), mountOnce],
    [
      'throws at once',
      () => {
        throw failure;
      },
      mountAround,
    ],
    [
      'sets a status that is none',
      (context) => {
        context.res.statusCode = 700;
      },
      mountOnce,
    ],
    [
      'leaves a body that can’t be read',
      (context) => {
        Object.defineProperty(context, 'body', {
          get: () => {
            throw failure;
          },
        });
      },
      mountOnce,
    ],
  ])('has answered when it is through, where the rest %s', async (_what, handler, mount) => {
    const { request, reports, seen } = await start(handler, mount);
    expect((await request()).status).toBe(500);
    await until(() => seen.length > 0);
    expect(seen).toEqual([[500, true]]);
    expect(reports).toHaveLength(1);
  });

  it('lets an answer be where the rest is no promise', async () => {
    const { request, reports, seen } = await start((context) => {
      context.body = 'fine';
    }, mountAround);
    expect((await request()).text).toBe('fine');
    expect([seen, reports]).toEqual([[[200, false]], []]);
  });

  // Koa 2 makes JSON of a web stream.
  if (name === 'Koa 3')
    it('has answered where somebody else reads the body', async () => {
      const { request, reports, seen } = await start((context) => {
        const body = failingWeb([], failure);
        context.body = body;
        body.getReader();
      });
      expect((await request()).status).toBe(500);
      expect(seen).toEqual([[500, true]]);
      expect(reports).toHaveLength(1);
    });

  it('has answered though content is still coming', async () => {
    const { raw, seen } = await start(() => {
      throw new Unauthorized('orders');
    });
    const { status } = await raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nfirst');
    expect(status).toBe(401);
    expect(seen).toEqual([[401, true]]);
  });

  it.each([
    ['an error', () => new Error('late')],
    ['a text', () => 'late'],
    [
      'what throws when it is asked',
      () =>
        Object.defineProperty(new Error('late'), 'code', {
          get: () => {
            throw failure;
          },
        }),
    ],
  ])('tells what a middleware around it throws after an answer: %s', async (_what, make) => {
    const late: unknown[] = [];
    const reports: Report[] = [];
    const app = create();
    app.use(async (_context, next) => {
      await next();
      const thrown = make();
      late.push(thrown);
      throw thrown;
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    app.use(() => {
      throw failure;
    });
    const { connect } = await serve(app.callback());
    const connection = await connect();
    for (let time = 0; time < 2; time += 1) {
      expect((await connection.request()).status).toBe(500);
    }
    await until(() => reports.length >= 4);
    expect(reports.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['sent', failure],
      ['too-late', late[0]],
      ['sent', failure],
      ['too-late', late[1]],
    ]);
    connection.close();
  });

  it('is no matter to what gives no promise', async () => {
    const { request, reports } = await start((context) => {
      context.body = 'fine';
    }, mountAround);
    expect(await request()).toMatchObject({ status: 200, text: 'fine' });
    expect(reports).toEqual([]);
  });

  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();

  it.each<readonly [string, object]>([
    ['methods', { matched: revoked }],
    ['layers', { matched: [revoked] }],
    ['a route', { _matchedRoute: Object.create(null) as object }],
    [
      'a getter',
      {
        get _matchedRoute(): string {
          throw new Error('nobody reads this');
        },
      },
    ],
  ])('answers where somebody else has noted %s that can’t be asked', async (_what, noted) => {
    const { request, reports } = await start((context) => {
      Object.defineProperties(context, Object.getOwnPropertyDescriptors(noted));
      throw new MethodNotAllowed([]);
    });
    expect((await request()).status).toBe(405);
    expect(reports).toEqual([expect.objectContaining({ status: 405, route: undefined })]);
  });

  it.each<readonly [string, Handler]>([
    [
      'on its own',
      (context) => {
        const source = failing([], failure);
        source.on('error', context.onerror);
        context.body = source.pipe(new PassThrough());
      },
    ],
    [
      'wrapped',
      (context) => {
        const { onerror } = context;
        context.onerror = (error) => {
          onerror(error);
        };
        context.body = failing([], failure);
      },
    ],
    [
      'and the same is thrown',
      (context) => {
        context.onerror(failure);
        throw failure;
      },
    ],
  ])('answers when ctx.onerror is called %s', async (_how, handler) => {
    const { request, reports } = await start(handler);
    expect((await request()).status).toBe(500);
    expect(reports).toEqual([expect.objectContaining({ error: failure, outcome: 'sent' })]);
  });

  it('answers once when ctx.onerror is called and the rest goes on', async () => {
    const { request, reports, seen } = await start((context) => {
      context.onerror(failure);
    });
    expect((await request()).status).toBe(500);
    await until(() => seen.length > 0);
    expect(reports).toEqual([expect.objectContaining({ error: failure, outcome: 'sent' })]);
  });

  it.each<readonly [string, () => Readable, number]>([
    ['a file', () => createReadStream('/nowhere/at/all'), 404],
    ['any other', () => failingUnread(failure), 500],
  ])('tells once of a body that fails while it is waited for: %s', async (_what, make, status) => {
    const { request, reports, seen } = await start(async (context) => {
      const body = make();
      context.body = body;
      await once(body, 'open');
    });
    expect((await request()).status).toBe(status);
    await until(() => seen.length > 0);
    expect(reports).toEqual([expect.objectContaining({ status, outcome: 'sent' })]);
  });

  describe('tells once of a client that has left', () => {
    const endless = (): Readable =>
      new Readable({
        read() {
          setTimeout(() => this.push('more'), 1);
        },
      });
    const gone = async ({ req }: Context): Promise<unknown> => await once(req.socket, 'close');

    it.each<readonly [string, boolean, 'destroy' | 'resetAndDestroy', Mount, Handler]>([
      [
        'while the middleware runs, and a body is waiting',
        false,
        'destroy',
        mountOnce,
        async (context) => {
          context.body = endless();
          await gone(context);
        },
      ],
      [
        'before the middleware throws, and a body is waiting',
        false,
        'destroy',
        mountOnce,
        async (context) => {
          context.body = endless();
          await gone(context);
          throw new NotFound();
        },
      ],
      [
        'while the middleware of two handlers runs',
        false,
        'resetAndDestroy',
        mountTwice,
        async (context) => {
          context.body = endless();
          await gone(context);
        },
      ],
      [
        'before the middleware of two handlers throws',
        false,
        'resetAndDestroy',
        mountTwice,
        async (context) => {
          await gone(context);
          throw failure;
        },
      ],
      [
        'while a body is sent, where ctx.onerror is wrapped',
        true,
        'destroy',
        mountOnce,
        (context) => {
          const { onerror } = context;
          context.onerror = function (error) {
            onerror.call(this, error);
          };
          context.body = endless();
        },
      ],
    ])('%s', async (_when, sent, leave, mount, handler) => {
      let begun = false;
      const { connect, reports, seen } = await start(async (context) => {
        begun = true;
        await handler(context);
      }, mount);
      const connection = await connect();
      connection.send({});
      await until(() => begun);
      if (sent) await connection.moreBytes();
      connection.socket[leave]();
      await until(() => reports.length > 0 && seen.length > 0);
      // A second report would come soon.
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      expect(reports).toEqual([
        expect.objectContaining({ outcome: 'client-gone', status: 499, level: 'info' }),
      ]);
    });
  });
});
