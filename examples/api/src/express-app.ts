import {
  denyAccess,
  type ErrorHandlerOptions,
  errorHandler,
  notFound,
  UnsupportedMediaType,
} from '@faultless/express';
import { expressPages } from '@faultless/problems/pages';
import express, { type Express, type Request } from 'express';
import { streamHalf, streamNothing } from './broken-reports.js';
import { FAILURES } from './failures.js';
import { buildIndex, describeHost, INDEX_FIELDS, renderIndexPage } from './index-page.js';
import { CONTENT_LIMIT } from './limits.js';
import { findOrder, listOrders, payOrder, placeOrder } from './orders.js';
import { problems } from './problems.js';
import { findUser, requireUser } from './users.js';

/** The example API on Express. */
export function createExpressApp(options: ErrorHandlerOptions<Request> = {}): Express {
  const app = express();
  app.disable('x-powered-by');

  app.get('/', (request, response) => {
    const host = describeHost('Express', request);
    response.format({
      json: () => response.json(buildIndex(host)),
      html: () => response.set(INDEX_FIELDS).send(renderIndexPage(host)),
    });
  });

  app.get('/orders', (request, response) => {
    response.json(listOrders(requireUser(request.headers.authorization)));
  });

  app.post('/orders', express.json({ limit: CONTENT_LIMIT }), (request, response) => {
    const user = requireUser(request.headers.authorization);
    if (!request.is('application/json')) {
      throw new UnsupportedMediaType({ accept: ['application/json'] });
    }
    response.status(201).json(placeOrder(user, request.body));
  });

  app.get('/orders/:id', (request, response) => {
    const user = requireUser(request.headers.authorization);
    response.json(findOrder(user, request.params.id));
  });

  app.patch('/orders/:id', (request) => {
    findOrder(requireUser(request.headers.authorization), request.params.id);
    throw new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'] });
  });

  app.post('/orders/:id/payment', (request) => {
    payOrder(requireUser(request.headers.authorization), request.params.id);
  });

  app.get('/reports', (request) => {
    throw denyAccess({
      user: findUser(request.headers.authorization),
      realm: 'reports',
      secret: true,
    });
  });

  app.get('/reports/early', (_request, response, next) => {
    response.type('text/csv');
    streamNothing().on('error', next).pipe(response);
  });

  app.get('/reports/late', (_request, response, next) => {
    response.type('text/csv');
    streamHalf().on('error', next).pipe(response);
  });

  for (const [path, fail] of Object.entries(FAILURES)) app.get(path, () => fail());

  app.use(expressPages(problems));
  app.use(notFound());
  app.use(errorHandler(options));
  return app;
}
