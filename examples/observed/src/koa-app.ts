import { errorHandler } from '@faultless/koa';
import { pinoHttpOptions } from '@faultless/report/pino';
import Koa from 'koa';
import { pinoHttp } from 'pino-http';
import { books } from './books.js';
import { logger, report } from './reporting.js';

export function createKoaApp(): Koa {
  const app = new Koa();
  const log = pinoHttp({ logger, ...pinoHttpOptions() });
  app.use(async (context, next) => {
    log(context.req, context.res);
    await next();
  });
  app.use(errorHandler({ report, traceId: true }));
  app.use(async (context) => {
    const { method, path, res } = context;
    const [, collection, isbn = '', member] = path.split('/');
    if (collection === 'minutes') books.minutes();
    else if (collection === 'export') context.body = books.export();
    else if (collection === 'wait') await books.wait(res);
    else if (member === 'price') books.price(isbn);
    else if (method === 'PUT') {
      await books.add(isbn);
      context.status = 201;
    } else context.body = await books.find(isbn);
  });
  return app;
}
