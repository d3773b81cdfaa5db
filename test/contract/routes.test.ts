import { errorHandler as expressErrorHandler, notFound } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { NotFound, type Report } from '@faultless/node';
import Router from '@koa/router';
import express, { type Express } from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

const fail = (): never => {
  throw new NotFound();
};

/** A path, and the pattern of the route that it leads to. */
const ROUTES: readonly (readonly [path: string, pattern: string | undefined])[] = [
  ['/orders/7', '/orders/:id'],
  ['/orders/7?secret=1', '/orders/:id'],
  ['/shop/orders/7', '/shop/orders/:id'],
  ['/users/3/orders/7', '/users/:user/orders/:id'],
  ['/shop/deep/er/orders/7', '/shop/deep/er/orders/:id'],
  ['/before', undefined],
];

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('the route in a report of %s', (_name, create) => {
  async function reportOf(
    path: string,
    define: (app: Express) => void = defineRoutes,
  ): Promise<Report | undefined> {
    const reports: Report[] = [];
    const app = create();
    define(app);
    app.use(notFound());
    app.use(expressErrorHandler({ report: (report) => reports.push(report) }));
    expect((await (await serve(app)).request({ path })).status).toBe(404);
    expect(reports).toHaveLength(1);
    return reports[0];
  }

  function defineRoutes(app: Express): void {
    const orders = create.Router({ mergeParams: true }).get('/orders/:id', fail);
    const deep = create.Router().use('/er', orders);
    const shop = create.Router().use('/deep', deep).use(orders);
    app.use('/before', fail);
    app.get('/orders/:id', fail);
    app.use('/shop', shop);
    app.use('/users/:user', orders);
    app.use('/users/:user/list', create.Router().get('/', fail));
  }

  it('is found below what a router is mounted at, query or not', async () => {
    expect((await reportOf('/users/3/list?secret=1'))?.route).toBe('/users/:user/list/');
  });

  it.each(ROUTES)('for %s is %s', async (path, pattern) => {
    expect((await reportOf(path))?.route).toBe(pattern);
  });

  it.each([
    ['/shop/orders/7', '/shop/orders/:id'],
    ['/100%/orders/7', '/100%/orders/:id'],
    ['/users/3?share=100%', '/users/:user/'],
    ['/users/3/list?open=yes', '/users/:user/list'],
  ])('behind an app within the app, for %s is %s', async (path, pattern) => {
    const report = await reportOf(path, (app) => {
      const inner = create().get('/orders/:id', fail);
      inner.use(notFound());
      app.use('/shop', create.Router().get('/orders', fail), inner);
      app.use('/100%', create.Router().get('/orders/:id', fail));
      app.use('/users/:user', create.Router().get('/', fail).get('/list', fail));
    });
    expect(report?.route).toBe(pattern);
  });

  it.each<readonly [string, (app: Express) => void, string]>([
    [
      'whose handler stands below a path',
      (app) => {
        app.get('/orders/:id', fail);
      },
      '/orders/:id',
    ],
    [
      'of a router that is mounted where the request did not come by',
      (app) => {
        const orders = create.Router().get('/:id', fail);
        app.use(/^\/o/, orders).use('/orders', orders);
      },
      '/orders/:id',
    ],
  ])('is the one %s', async (_what, define, pattern) => {
    const reports: Report[] = [];
    const app = create();
    define(app);
    app.use('/orders', expressErrorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve(app);
    expect((await request({ path: '/orders/7' })).status).toBe(404);
    expect(reports.map(({ route }) => route)).toEqual([pattern]);
  });

  it('comes with the request as Express knows it', async () => {
    const seen: unknown[] = [];
    const app = create().get('/orders/:id', fail);
    app.use(expressErrorHandler({ report: (_report, context) => seen.push(context.originalUrl) }));
    expect((await (await serve(app)).request({ path: '/orders/7' })).status).toBe(404);
    expect(seen).toEqual(['/orders/7']);
  });

  it('is whole where an app within the app has a handler of its own', async () => {
    const reports: Report[] = [];
    const inner = create().get('/orders/:id', fail);
    inner.use(expressErrorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve(create().use('/shop', inner));
    expect((await request({ path: '/shop/orders/7' })).status).toBe(404);
    expect(reports.map(({ route }) => route)).toEqual(['/shop/orders/:id']);
  });

  it('is that of a router without an app', async () => {
    const reports: Report[] = [];
    const router = create.Router().get('/orders/:id', fail);
    router.use(expressErrorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve((asked, response) => {
      router(asked as never, response as never, () => undefined);
    });
    expect((await request({ path: '/orders/7' })).status).toBe(404);
    expect(reports.map(({ route }) => route)).toEqual(['/orders/:id']);
  });

  it('is none where no route matches', async () => {
    expect((await reportOf('/elsewhere'))?.route).toBeUndefined();
  });

  it.each<readonly [string, object]>([
    ['its route is null', { route: null }],
    ['its pattern is no text', { route: { path: [Symbol('pattern')] } }],
    ['its target is gone', { originalUrl: undefined }],
  ])('is none where somebody else has changed the request: %s', async (_what, changed) => {
    const report = await reportOf('/shop/orders/7', (app) => {
      const shop = create.Router().get('/orders/:id', (request) => {
        Object.assign(request, changed);
        throw new NotFound();
      });
      app.use('/shop', shop);
    });
    expect(report?.route).toBeUndefined();
  });

  it('shows a list and an expression as they are', async () => {
    const report = await reportOf('/b', (app) => app.get(['/a', /^\/b$/], fail));
    expect(report?.route).toMatch(/\/a.*b/);
  });
});

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('the route in a report of %s', (_name, create) => {
  it.each(ROUTES)('for %s is %s', async (path, pattern) => {
    const reports: Report[] = [];
    const orders = new Router().get('/orders/:id', fail);
    const deep = new Router().use('/er', orders.routes());
    const router = new Router()
      .get('/orders/:id', fail)
      .use('/shop/deep', deep.routes())
      .use('/shop', orders.routes())
      .use('/users/:user', orders.routes());
    const app = create();
    app.use(koaErrorHandler({ report: (report) => reports.push(report) }));
    app.use(async ({ path: asked }, next) => (asked === '/before' ? fail() : await next()));
    app.use(router.routes());
    expect((await (await serve(app.callback())).request({ path })).status).toBe(404);
    expect(reports.map(({ route }) => route)).toEqual([pattern]);
  });

  it('comes with the context as Koa knows it', async () => {
    const seen: unknown[] = [];
    const app = create();
    app.use(koaErrorHandler({ report: (_report, context) => seen.push(context.originalUrl) }));
    app.use(fail);
    expect((await (await serve(app.callback())).request({ path: '/orders/7' })).status).toBe(404);
    expect(seen).toEqual(['/orders/7']);
  });

  it('shows an expression as it is', async () => {
    const reports: Report[] = [];
    const app = create();
    app.use(koaErrorHandler({ report: (report) => reports.push(report) }));
    app.use(new Router().get(/^\/b$/, fail).routes());
    expect((await (await serve(app.callback())).request({ path: '/b' })).status).toBe(404);
    expect(reports.map(({ route }) => route)).toEqual([String(/^\/b$/)]);
  });
});
