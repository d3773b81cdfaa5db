import { errorHandler, notFound } from '@faultless/express';
import { pinoHttpOptions } from '@faultless/report/pino';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { books } from './books.js';
import { logger, report } from './reporting.js';

export function createExpressApp(): express.Express {
  const app = express();
  app.use(pinoHttp({ logger, ...pinoHttpOptions() }));
  app.get('/books/:isbn', async ({ params }, response) => {
    response.json(await books.find(params.isbn));
  });
  app.put('/books/:isbn', async ({ params }, response) => {
    await books.add(params.isbn);
    response.sendStatus(201);
  });
  app.get('/books/:isbn/price', ({ params }) => books.price(params.isbn));
  app.get('/minutes', () => books.minutes());
  app.get('/export', (_request, response, next) => {
    books.export().once('error', next).pipe(response);
  });
  app.get('/wait', (_request, response) => books.wait(response));
  app.use(notFound());
  app.use(errorHandler({ report, traceId: true }));
  return app;
}
