import {
  Conflict,
  defineProblem,
  errorHandler,
  Forbidden,
  notFound,
  TooManyRequests,
  Unauthorized,
} from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import express, { type Express } from 'express';
import Koa from 'koa';

export const OutOfCredit = defineProblem<{ balance: number; accounts?: readonly string[] }>({
  type: 'https://example.com/problems/out-of-credit',
  title: 'You do not have enough credit.',
  status: 403,
  name: 'OutOfCredit',
});

/** A class of the application's own. */
export class OrderShipped extends Conflict {
  static override name = 'OrderShipped';
}

const throwing = (error: () => unknown) => () => {
  throw error();
};

const ROUTES = {
  '/credit': throwing(() => new OutOfCredit('It costs 50.', { balance: 30, accounts: ['/1'] })),
  '/forbidden': throwing(() => new Forbidden('Only the owner may.', { code: 'not_owner' })),
  '/unauthorized': throwing(() => new Unauthorized('orders')),
  '/shipped': throwing(() => new OrderShipped()),
  '/limited': throwing(() => new TooManyRequests({ retryAfter: 30 })),
  '/secret': throwing(() => new Forbidden({ conceal: true })),
};

const quiet = { report: () => undefined };

/** On Express, and what other servers than ours send beside it. */
export function createShop(): Express {
  const app = express();
  for (const [path, handler] of Object.entries(ROUTES)) app.get(path, handler);
  app.get('/fine', (_request, response) => void response.json({ status: 'fine' }));
  app.get('/page', (_request, response) => void response.status(403).send('<h1>No.</h1>'));
  app.get('/bare', (_request, response) => void response.status(403).end());
  const send = (status: number, body: string) =>
    ((_request, response) =>
      void response.status(status).type('application/problem+json').send(body)) as express.Handler;
  app.get('/lying', send(403, '{"status": 500, "title": "A lie"}'));
  app.get('/broken', send(403, '{"status": 4'));
  app.get('/list', send(403, '[]'));
  app.get('/leaky', send(404, '{"status": 404, "title": "Not Found", "instance": "/leaky"}'));
  app.get('/leak', send(404, '{"status": 404, "title": "Not Found", "instance": "/leak"}'));
  app.get('/named', (_request, response) => {
    response.set('X-Powered-By', 'Orders');
    throw new Forbidden({ conceal: true });
  });
  app.use(notFound());
  app.use(errorHandler(quiet));
  return app;
}

/** The same on Koa. */
export function createKoaShop(): Koa {
  const app = new Koa();
  app.use(koaErrorHandler(quiet));
  app.use((ctx) => (ROUTES as Record<string, (() => never) | undefined>)[ctx.path]?.());
  return app;
}
