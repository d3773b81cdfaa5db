import type { RequestListener } from 'node:http';
import { errorHandler as expressHandler } from '@faultless/express';
import { errorHandler as koaHandler } from '@faultless/koa';
import { handle } from '@faultless/node';
import express from 'express';
import Koa, { type Middleware } from 'koa';
import { FINE } from '../scenarios.js';
import { succeed } from './node.js';

const options = { report: () => undefined };

function onExpress(...handlers: express.ErrorRequestHandler[]): RequestListener {
  const app = express().set('env', 'production');
  app.get('/fine', (_request, response) => {
    response.json(FINE);
  });
  return handlers.reduce((mounted, handler) => mounted.use(handler), app);
}

function onKoa(...before: Middleware[]): RequestListener {
  const app = new Koa();
  for (const middleware of before) app.use(middleware);
  app.use((context) => {
    context.body = FINE;
  });
  const listener = app.callback();
  return (request, response) => {
    void listener(request, response);
  };
}

/**
 * The same success in several ways. The first of each group has no error handler; the second is the
 * same once more, and shows how far the figures can be trusted.
 */
export const SUCCESSES: Readonly<Record<string, Readonly<Record<string, RequestListener>>>> = {
  express: {
    'no handler': onExpress(),
    'no handler, again': onExpress(),
    Faultless: onExpress(expressHandler(options)),
  },
  koa: {
    'no handler': onKoa(),
    'no handler, again': onKoa(),
    'an empty middleware': onKoa((_context, next) => next()),
    'try and await, by hand': onKoa(async (context, next) => {
      try {
        await next();
      } catch {
        context.status = 500;
      }
    }),
    Faultless: onKoa(koaHandler(options)),
  },
  node: {
    'no handler': succeed,
    'no handler, again': succeed,
    Faultless: handle(succeed, options),
  },
};
