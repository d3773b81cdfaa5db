import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  errorHandler as expressErrorHandler,
  notFound as expressNotFound,
} from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { type ErrorHandlerOptions, handle, NotFound } from '@faultless/node';
import express from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';

/** What runs for each request, whatever the framework. It answers, throws or rejects. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A handler returns it to say that the request is not its business: the app has no route for it. */
export const UNANSWERED = Symbol('unanswered');

export type Options = ErrorHandlerOptions<unknown>;

/** What an app is made of. */
interface App {
  /** Sets headers and the like, as an app's middleware does before its handlers. */
  readonly before: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly handler: Handler;
  readonly options: Options;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface ServerKind {
  readonly name: string;
  readonly framework: 'express' | 'koa' | 'node';
  /** Makes a node:http listener of an app that is written as its framework's docs say. */
  readonly listen: (app: App) => Listener;
}

function expressListener(create: typeof express): ServerKind['listen'] {
  return ({ before, handler, options }) => {
    const app = create();
    app.use((request, response, next) => {
      before(request, response);
      next();
    });
    app.use((request, response, next) => {
      const result = handler(request, response);
      if (result === UNANSWERED) next();
      // Express 4 leaves promises alone.
      if (result instanceof Promise) {
        result.then((late: unknown) => {
          if (late === UNANSWERED) next();
        }, next);
      }
    });
    app.use(expressNotFound());
    app.use(expressErrorHandler(options));
    return app;
  };
}

function koaListener(create: () => Koa): ServerKind['listen'] {
  return ({ before, handler, options }) => {
    const app = create();
    app.use(koaErrorHandler(options));
    app.use(async (context, next) => {
      before(context.req, context.res);
      await next();
    });
    app.use(async (context) => {
      // Koa begins with 404, node:http and Express with 200.
      context.res.statusCode = 200;
      if ((await handler(context.req, context.res)) === UNANSWERED) context.res.statusCode = 404;
      else context.respond = false;
    });
    const listener = app.callback();
    return (request, response) => {
      void listener(request, response);
    };
  };
}

/** Every server that must behave alike. */
export const SERVERS: readonly ServerKind[] = [
  {
    name: 'Express 4',
    framework: 'express',
    listen: expressListener(express4 as unknown as typeof express),
  },
  { name: 'Express 5', framework: 'express', listen: expressListener(express) },
  { name: 'Koa 2', framework: 'koa', listen: koaListener(() => new Koa2() as unknown as Koa) },
  { name: 'Koa 3', framework: 'koa', listen: koaListener(() => new Koa()) },
  {
    name: 'node:http',
    framework: 'node',
    listen: ({ before, handler, options }) =>
      handle((request, response) => {
        before(request, response);
        const result = handler(request, response);
        if (result instanceof Promise) return result.then(refuseUnanswered);
        refuseUnanswered(result);
        return undefined;
      }, options),
  },
];

function refuseUnanswered(result: unknown): void {
  if (result === UNANSWERED) throw new NotFound();
}
