import codegenie from '@codegenie/serverless-express';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { handle, type Report, Unauthorized } from '@faultless/node';
import vendia from '@vendia/serverless-express';
import express from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';
import serverless from 'serverless-http';

const EVENT = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/orders',
  rawQueryString: 'page=2',
  headers: { host: 'localhost', accept: 'application/problem+json' },
  requestContext: {
    http: { method: 'GET', path: '/orders', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
    stage: '$default',
  },
  isBase64Encoded: false,
};

/** What the function of a cloud answers. */
interface Result {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Listener = Parameters<typeof serverless>[0] & ReturnType<Koa['callback']>;
type Invoke = (event: unknown, context: unknown) => Promise<Result>;

/** Their types say of the function that it is its module. */
function wrapBy(configure: unknown) {
  return (app: Listener) => (configure as (options: { app: Listener }) => Invoke)({ app });
}

const WRAPPERS: readonly (readonly [string, (app: Listener) => Invoke])[] = [
  ['serverless-http', (app) => serverless(app) as unknown as Invoke],
  ['@codegenie/serverless-express', wrapBy(codegenie)],
  ['@vendia/serverless-express', wrapBy(vendia)],
];

type Options = NonNullable<Parameters<typeof handle>[1]>;

const refuse = (): never => {
  throw new Unauthorized('orders');
};

function inExpress(create: typeof express) {
  return ({ report }: Options): unknown => {
    const app = create();
    app.get('/orders', refuse);
    app.use(expressErrorHandler({ report: report as never }));
    return app;
  };
}

function inKoa(create: () => Koa) {
  return ({ report }: Options): unknown => {
    const app = create();
    app.use(koaErrorHandler({ report: report as never }));
    app.use(refuse);
    return app.callback();
  };
}

const APPS: readonly (readonly [string, (options: Options) => unknown])[] = [
  ['Express 4', inExpress(express4 as unknown as typeof express)],
  ['Express 5', inExpress(express)],
  ['Koa 2', inKoa(() => new Koa2() as unknown as Koa)],
  ['Koa 3', inKoa(() => new Koa())],
  ['node:http', (options) => handle(refuse, options)],
];

describe.each(WRAPPERS)('%s', (_wrapper, wrap) => {
  it.each(APPS)('gets the whole answer from %s', async (_app, create) => {
    const reports: Report[] = [];
    const app = create({ report: (report) => reports.push(report) }) as Listener;
    const { statusCode, headers, body } = await wrap(app)(EVENT, {});
    expect(statusCode).toBe(401);
    expect({ ...headers, 'x-powered-by': undefined }).toEqual({
      'content-type': 'application/problem+json',
      'content-language': 'en',
      'x-content-type-options': 'nosniff',
      'www-authenticate': 'Bearer realm="orders"',
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language',
      'content-length': String(Buffer.byteLength(body)),
    });
    expect(JSON.parse(body)).toMatchObject({ status: 401, title: 'Unauthorized' });
    expect(reports).toEqual([
      expect.objectContaining({ path: '/orders', outcome: 'sent', notices: [] }),
    ]);
  });
});
