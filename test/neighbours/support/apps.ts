import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { errorHandler as expressErrorHandler, notFound } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { type Report, Unauthorized } from '@faultless/node';
import express, { type Express } from 'express';
import express4 from 'express4';
import Koa from 'koa';
import Koa2 from 'koa2';

export const failure = new Error('no such luck');

/** Long enough that every encoder takes it. */
export const CONTENT = 'fine and long '.repeat(200);
const HALF = 'half of it '.repeat(200);

export const EXPRESSES: readonly (readonly [name: string, create: () => Express])[] = [
  ['Express 4', () => express4() as unknown as Express],
  ['Express 5', () => express()],
];

export const KOAS: readonly (readonly [name: string, create: () => Koa])[] = [
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
];

export type Tell = (report: Report) => void;
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

function refuse(): never {
  throw new Unauthorized('orders', 'Not so.', { headers: { 'X-Own': 'yes' } });
}

/** Routes that answer, and that fail before, in the middle of and behind an answer. */
export function onExpress(
  app: Express,
  neighbour: ((app: Express) => void) | undefined,
  report: Tell = () => undefined,
): Listener {
  neighbour?.(app);
  app.get('/fine', (_request, response) => {
    response.type('text/plain').send(CONTENT);
  });
  app.use('/before', (_request, response) => {
    response.set({ ETag: '"stale"', 'Content-Length': '7', 'Cache-Control': 'public' });
    refuse();
  });
  app.get('/foreign', (_request, _response, next) => {
    setImmediate(() => {
      next(failure);
    });
  });
  app.get('/middle', (_request, response, next) => {
    response.type('text/plain').write(HALF);
    onceSent(response, () => {
      next(failure);
    });
  });
  app.get('/after', (_request, response, next) => {
    response.type('text/plain').once('finish', () => {
      next(failure);
    });
    response.end(CONTENT);
  });
  app.use(notFound());
  app.use(expressErrorHandler({ report }));
  return app;
}

/** Runs a function when bytes have left, or, where somebody holds them back, after a while. */
function onceSent({ socket }: ServerResponse, run: () => void): void {
  const before = socket?.bytesWritten;
  const end = Date.now() + 250;
  const look = (): void => {
    if (socket?.bytesWritten !== before || Date.now() > end) run();
    else setTimeout(look, 5);
  };
  setTimeout(look, 20);
}

export function onKoa(
  app: Koa,
  neighbour: ((app: Koa) => void) | undefined,
  report: Tell = () => undefined,
): Listener {
  app.silent = true;
  app.use(koaErrorHandler({ report }));
  neighbour?.(app);
  app.use(async (context) => {
    if (context.path === '/fine') context.body = CONTENT;
    if (context.path === '/before') {
      context.set({ ETag: '"stale"', 'Content-Length': '7', 'Cache-Control': 'public' });
      refuse();
    }
    if (context.path === '/foreign') {
      await new Promise(setImmediate);
      throw failure;
    }
    if (context.path === '/middle') {
      const body = new PassThrough();
      context.type = 'text/plain';
      context.body = body;
      body.write(HALF);
      onceSent(context.res, () => body.destroy(failure));
    }
    if (context.path === '/after') {
      context.type = 'text/plain';
      context.status = 200;
      context.respond = false;
      context.res.end(CONTENT);
      await once(context.res, 'finish');
      throw failure;
    }
  });
  return app.callback();
}
