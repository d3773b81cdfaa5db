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
] as const)('an application on %s', (_name, create) => {
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
