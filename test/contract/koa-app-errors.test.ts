import { EventEmitter, once } from 'node:events';
import { connect, createServer } from 'node:http2';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { errorHandler } from '@faultless/koa';
import { NotFound, type Report } from '@faultless/node';
import { jest } from '@jest/globals';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

const failure = new Error('no such luck');

interface Told {
  readonly app: Koa;
  readonly reports: readonly Report[];
  readonly ask: () => ReturnType<Awaited<ReturnType<typeof serve>>['request']>;
}

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
] as const)('an application on %s', (name, create) => {
  function make(handler: (context: Context) => unknown): Told {
    const app = create();
    const reports: Report[] = [];
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    app.use(handler);
    return {
      app,
      reports,
      ask: async () => {
        const { request } = await serve(app.callback());
        return await request();
      },
    };
  }

  const fail = (): never => {
    throw failure;
  };

  it('hears what the server is at fault for, with the context', async () => {
    const { app, ask } = make(fail);
    const heard: unknown[] = [];
    app.on('error', (error: unknown, context: Context) => heard.push(error, context.path));
    await ask();
    expect(heard).toEqual([failure, '/']);
  });

  it('hears nothing of an expected answer, and nothing when it is silent', async () => {
    const expected = make(() => {
      throw new NotFound();
    });
    const silent = make(fail);
    silent.app.silent = true;
    const heard: unknown[] = [];
    for (const { app, ask } of [expected, silent]) {
      app.on('error', (error: unknown) => heard.push(error));
      await ask();
    }
    expect(heard).toEqual([]);
  });

  it('prints nothing beside the reporter', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      await make(fail).ask();
      expect(error).not.toHaveBeenCalled();
    } finally {
      error.mockRestore();
    }
  });

  it('whose listener throws answers all the same, and its operator hears of it', async () => {
    const { app, reports, ask } = make(fail);
    const cause = new Error('listener');
    app.on('error', () => {
      throw cause;
    });
    expect((await ask()).status).toBe(500);
    expect(reports).toEqual([
      expect.objectContaining({
        error: failure,
        notices: [{ message: 'a listener of the application failed', cause }],
      }),
    ]);
  });

  it('whose listener wanted one error hears no other', async () => {
    const { app, ask } = make(fail);
    const heard: unknown[] = [];
    app.once('error', (error: unknown) => heard.push(error));
    await ask();
    await ask();
    expect(heard).toEqual([failure]);
  });

  it.each([[null], ['a text'], [undefined], [7]])('hears of %p as an error', async (thrown) => {
    const { app, reports, ask } = make(() => {
      throw thrown;
    });
    const heard: unknown[] = [];
    app.on('error', (error: Error) => heard.push(error.message, error.cause));
    await ask();
    expect(heard).toEqual(['what was thrown is no error', thrown]);
    expect(reports).toEqual([expect.objectContaining({ error: thrown, notices: [] })]);
  });

  it('hears what has a message as it is', async () => {
    const thrown = { message: 'not a native error' };
    const { app, ask } = make(() => {
      throw thrown as Error;
    });
    const heard: unknown[] = [];
    app.on('error', (error: unknown) => heard.push(error));
    await ask();
    expect(heard).toEqual([thrown]);
  });

  it('sends what only looks like a stream as JSON', async () => {
    const { ask } = make((context) => {
      context.body = { pipe: () => undefined, a: 1 };
    });
    expect((await ask()).json()).toEqual({ a: 1 });
  });

  it('sends a Blob as its version of Koa does', async () => {
    const { ask } = make((context) => {
      context.body = new Blob(['content']);
    });
    expect((await ask()).text).toBe(name === 'Koa 2' ? '{}' : 'content');
  });

  describe('whose client has left, and whose handler has said nothing,', () => {
    function makeLate(): Told & Record<'asked' | 'handled', Promise<unknown>> {
      const seen = new EventEmitter();
      const asked = once(seen, 'asked');
      const handled = once(seen, 'handled');
      const told = make(async ({ req }) => {
        seen.emit('asked');
        await once(req.socket, 'close');
        setImmediate(() => seen.emit('handled'));
      });
      return { ...told, asked, handled };
    }

    it('answers nobody, and has nothing to tell', async () => {
      const { app, reports, asked, handled } = makeLate();
      const { port } = await serve(app.callback());
      const socket = connectSocket(port, '127.0.0.1');
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      await asked;
      socket.destroy();
      await handled;
      expect(reports).toEqual([]);
    });

    it('has nothing to tell of a HEAD over HTTP/2 either', async () => {
      const { app, reports, asked, handled } = makeLate();
      const server = createServer(app.callback()).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      session.request({ ':method': 'HEAD' }).on('error', () => undefined);
      await asked;
      session.destroy();
      await handled;
      server.close();
      expect(reports).toEqual([]);
    });
  });

  it('that sets a status which HTTP has not is told so', async () => {
    const { reports, ask } = make((context) => {
      context.status = 700;
    });
    expect((await ask()).status).toBe(500);
    expect(reports).toEqual([expect.objectContaining({ level: 'error', status: 500 })]);
    expect(reports[0]?.error).toMatchObject({
      message: 'ctx.status is 700: HTTP has none above 599',
    });
  });

  it.each([403, 404, 503])('that sets %i and a body of null has answered', async (status) => {
    const { reports, ask } = make((context) => {
      context.body = null;
      context.status = status;
    });
    const answer = await ask();
    expect([answer.status, answer.text]).toEqual([status, '']);
    expect(reports).toEqual([]);
  });
});
