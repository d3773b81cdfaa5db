import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Middleware } from 'koa';

type Step = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => unknown;

/** Runs a middleware of Express's kind, which knows only what Node gives, in an app of Koa's. */
export function inKoa(step: Step): Middleware {
  return async ({ req, res }, next) => {
    await new Promise<void>((resolve, reject) => {
      step(req, res, (error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
    });
    await next();
  };
}
