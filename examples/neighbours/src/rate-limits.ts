import * as forExpress from '@faultless/express';
import * as forKoa from '@faultless/koa';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import Koa from 'koa';
import koaRateLimit from 'koa-ratelimit';

/** An Express app that takes two requests a minute; the limiter's fields stay on its 429. */
export function createExpressLimit(): Express {
  const app = express();
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: 2,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) => {
        next(new forExpress.TooManyRequests());
      },
    }),
  );
  app.get('/', (_request, response) => {
    response.send('fine');
  });
  app.use(forExpress.notFound());
  app.use(forExpress.errorHandler());
  return app;
}

/** The same in Koa. */
export function createKoaLimit(): Koa {
  const app = new Koa();
  app.use(forKoa.errorHandler());
  app.use(
    koaRateLimit({
      driver: 'memory',
      db: new Map(),
      duration: 60_000,
      max: 2,
      throw: true,
      headers: {
        remaining: 'RateLimit-Remaining',
        reset: 'RateLimit-Reset',
        total: 'RateLimit-Limit',
      },
    }),
  );
  app.use((context) => {
    context.body = 'fine';
  });
  return app;
}
