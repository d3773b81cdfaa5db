import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { handle, Unauthorized } from '@faultless/node';
import express from 'express';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import morgan from 'morgan';
import { pinoHttp } from 'pino-http';
import { pinoHttp as pinoHttp10 } from 'pino-http10';
import { listen } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { SERVERS } from '../harness/servers.js';
import { until } from '../harness/until.js';
import { describeNeighbour } from './support/describe-neighbour.js';
import { inKoa } from './support/in-koa.js';

afterEach(closeAll);

const silent = { report: (): void => undefined };
/** What Node adds when it writes the head. */
const ADDED: ReadonlySet<string> = new Set(['connection', 'date', 'keep-alive']);

const failure = new Error('no such luck');

/** What pino-http writes of one failure. */
interface Line {
  readonly msg: string;
  readonly err?: { readonly message: string };
  readonly res: { readonly statusCode: number; readonly headers: Record<string, string> };
}

const PINOS: readonly (readonly [version: string, create: typeof pinoHttp])[] = [
  ['pino-http 11', pinoHttp],
  ['pino-http 10', pinoHttp10],
];

describe.each(
  SERVERS.flatMap((kind) =>
    PINOS.map(([version, create]) => [version, kind.name, create, kind] as const),
  ),
)('%s on %s', (_version, _name, pinoHttp, kind) => {
  it.each([
    ['a fault', failure, { msg: 'request errored', status: 500, err: 'no such luck' }],
    [
      'an expected answer',
      new Unauthorized('orders'),
      { msg: 'request completed', status: 401, err: undefined },
    ],
  ])('logs the fields that were sent, and of %s what it came from', async (_what, thrown, want) => {
    const lines: Line[] = [];
    const log = pinoHttp({}, { write: (line) => lines.push(JSON.parse(line) as Line) });
    const listener = kind.listen({
      before: () => undefined,
      handler: () => {
        throw thrown;
      },
      options: silent,
    });
    const server = await listen(
      createServer((request, response) => {
        log(request, response);
        listener(request, response);
      }),
    );
    const { status, fields } = await server.request();
    await until(() => lines.length > 0);
    await server.close();
    expect(status).toBe(want.status);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: want.msg, res: { statusCode: status } });
    expect(lines[0]?.err?.message).toBe(want.err);
    const sent = fields.map(([name, value]) => [name.toLowerCase(), value] as const);
    expect(Object.entries(lines[0]?.res.headers ?? {}).sort()).toEqual(
      sent.filter(([name]) => !ADDED.has(name)).sort(),
    );
  });
});

describe('morgan', () => {
  it.each<readonly [string, (log: ReturnType<typeof morgan>) => Parameters<typeof serve>[0]]>([
    [
      'Express',
      (log) => {
        const app = express();
        app.use(log);
        app.use(() => {
          throw failure;
        });
        app.use(expressErrorHandler(silent));
        return app;
      },
    ],
    [
      'node:http',
      (log) => {
        const answer = handle(() => {
          throw failure;
        }, silent);
        return (request: IncomingMessage, response: ServerResponse) => {
          log(request, response, () => {
            answer(request, response);
          });
        };
      },
    ],
  ])('on %s logs type and length', async (_name, create) => {
    const lines: string[] = [];
    const format = ':status :res[content-type] :res[content-length]';
    const log = morgan(format, { stream: { write: (line: string) => lines.push(line.trim()) } });
    const { request } = await serve(create(log));
    const { text } = await request();
    await until(() => lines.length > 0);
    expect(lines).toEqual([`500 application/problem+json ${text.length}`]);
  });
});

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
] as const)('a middleware around the handler on %s', (_name, create) => {
  it('reads status, type and length of what was sent', async () => {
    const read: unknown[] = [];
    const app = create();
    app.use(async (context: Context, next) => {
      await next();
      read.push([context.status, context.type, context.length, context.response.get('Vary')]);
    });
    app.use(koaErrorHandler(silent));
    app.use(() => {
      throw new Unauthorized('orders');
    });
    const { request } = await serve(app.callback());
    const { text } = await request();
    expect(read).toEqual([
      [401, 'application/problem+json', text.length, 'Accept, Accept-Language'],
    ]);
  });
});

const nowhere = { write: () => true };

describe.each<readonly [string, () => Parameters<typeof inKoa>[0]]>([
  ['morgan', () => morgan('combined', { stream: nowhere })],
  ['pino-http 11', () => pinoHttp({}, nowhere)],
  ['pino-http 10', () => pinoHttp10({}, nowhere)],
])('%s', (_name, create) => {
  describeNeighbour('around the handlers', {
    express: (app) => app.use(create()),
    koa: (app) => app.use(inKoa(create())),
  });
});
