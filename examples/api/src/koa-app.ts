import {
  denyAccess,
  type ErrorHandlerOptions,
  errorHandler,
  NotAcceptable,
  UnsupportedMediaType,
} from '@faultless/koa';
import { koaPages } from '@faultless/problems/pages';
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import { streamHalf, streamNothing } from './broken-reports.js';
import { FAILURES } from './failures.js';
import { buildIndex, describeHost, INDEX_FIELDS, renderIndexPage } from './index-page.js';
import { findOrder, listOrders, payOrder, placeOrder } from './orders.js';
import { problems } from './problems.js';
import { readJson } from './read-json.js';
import { findUser, requireUser } from './users.js';

/** The example API on Koa. */
export function createKoaApp(options: ErrorHandlerOptions<Context> = {}): Koa {
  const app = new Koa();
  const router = new Router();

  router.get('/', (ctx) => {
    const host = describeHost('Koa', ctx.req);
    ctx.vary('Accept');
    const type = ctx.accepts('json', 'html');
    if (type === false) throw new NotAcceptable({ available: ['application/json', 'text/html'] });
    if (type === 'html') ctx.set(INDEX_FIELDS);
    ctx.body = type === 'html' ? renderIndexPage(host) : buildIndex(host);
  });

  router.get('/orders', (ctx) => {
    ctx.body = listOrders(requireUser(ctx.headers.authorization));
  });

  router.post('/orders', async (ctx) => {
    const user = requireUser(ctx.headers.authorization);
    if (!ctx.is('application/json')) {
      throw new UnsupportedMediaType({ accept: ['application/json'] });
    }
    const order = placeOrder(user, await readJson(ctx.req));
    ctx.status = 201;
    ctx.body = order;
  });

  router.get('/orders/:id', (ctx) => {
    ctx.body = findOrder(requireUser(ctx.headers.authorization), ctx.params.id);
  });

  router.patch('/orders/:id', (ctx) => {
    findOrder(requireUser(ctx.headers.authorization), ctx.params.id);
    throw new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'] });
  });

  router.post('/orders/:id/payment', (ctx) => {
    payOrder(requireUser(ctx.headers.authorization), ctx.params.id);
  });

  router.get('/reports', (ctx) => {
    throw denyAccess({
      user: findUser(ctx.headers.authorization),
      realm: 'reports',
      secret: true,
    });
  });

  router.get('/reports/early', (ctx) => {
    ctx.type = 'text/csv';
    ctx.body = streamNothing();
  });

  router.get('/reports/late', (ctx) => {
    ctx.type = 'text/csv';
    ctx.body = streamHalf();
  });

  for (const [path, fail] of Object.entries(FAILURES)) router.get(path, () => fail());

  app.use(errorHandler(options));
  app.use(koaPages(problems));
  app.use(router.routes());
  app.use(router.allowedMethods());
  return app;
}
