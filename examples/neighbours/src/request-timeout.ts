import { setTimeout as wait } from 'node:timers/promises';
import * as forExpress from '@faultless/express';
import * as forKoa from '@faultless/koa';
import timeout from 'connect-timeout';
import express, { type Express } from 'express';
import Koa from 'koa';

/** An Express app that answers after 100 ms at most, whatever its handlers still write later. */
export function createExpressTimeout(done: () => void): Express {
  const app = express();
  app.use(timeout(100));
  app.get('/', async (_request, response) => {
    await wait(200);
    response.write('too late');
    response.end('and later');
    done();
  });
  app.get('/json', async (_request, response) => {
    await wait(200);
    setImmediate(done);
    response.json({ tooLate: true });
  });
  app.use(forExpress.notFound());
  app.use(forExpress.errorHandler({ report: () => undefined }));
  return app;
}

/** The same in Koa, where a deadline is a race. */
export function createKoaTimeout(done: () => void): Koa {
  const app = new Koa();
  app.use(forKoa.errorHandler({ report: () => undefined }));
  app.use(async (_context, next) => {
    const deadline = new AbortController();
    const late = wait(100, undefined, { signal: deadline.signal }).then(() => {
      throw new forKoa.ServiceUnavailable({ retryAfter: 1 });
    });
    // Whichever loses the race has nobody to tell.
    const work = next();
    late.catch(() => undefined);
    work.catch(() => undefined);
    try {
      await Promise.race([work, late]);
    } finally {
      deadline.abort();
    }
  });
  app.use(async (context) => {
    await wait(200);
    context.body = 'too late';
    context.set('X-Late', '1');
    done();
  });
  return app;
}
