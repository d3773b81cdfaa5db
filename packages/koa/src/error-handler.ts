import { types } from 'node:util';
import type { ErrorHandlerOptions } from '@faultless/node';
import { answerError, createNodeResponder, readProperty } from '@faultless/node/adapter';
import type { Context, Next } from 'koa';
import { addAllowedMethods, findUnanswered } from './find-unanswered.js';
import { tellingApp } from './telling-app.js';
import { convertWebBody, watchBodies } from './watch-bodies.js';

/** A middleware that Koa 2 and Koa 3 both take. */
export type KoaErrorHandler = (context: Context, next: Next) => Promise<unknown>;

/** How far the middleware of a request has come. */
type Stage = 'running' | 'settled' | 'failed';

/**
 * Makes the middleware that answers every error, what nobody answered (404, or 405 where
 * \@koa/router knows other methods), and a stream body that fails. Mount it first:
 *
 *     app.use(errorHandler());
 *
 * @throws {TypeError} when an option is unknown or wrong, or on the first request where the call is missing
 */
export function errorHandler(
  options: ErrorHandlerOptions<Context> = {},
  ...uncalled: readonly never[]
): KoaErrorHandler {
  if (uncalled.length > 0)
    throw new TypeError('errorHandler: mount what it returns, as app.use(errorHandler())');
  const responder = tellingApp(createNodeResponder(options));

  function fail(context: Context, thrown: unknown): Promise<unknown> {
    context.respond = false;
    addAllowedMethods(thrown, context);
    return answerError(responder, thrown, {
      request: context.req,
      response: context.res,
      context,
      body: readProperty(context, 'body'),
      target: context.originalUrl,
      content: () => (context.request as { body?: unknown }).body,
      route: findRoute(context),
    });
  }

  return (context, next) => {
    let stage = 'running' as Stage;
    let aside: unknown;
    // Koa calls it with null too, for every response that ended well, and with what a middleware
    // around this one throws. Others wrap it, keep it, or call it on its own.
    const failAside = (error: unknown): void => {
      if (error === null || error === undefined) return;
      if (stage === 'failed') {
        if (error !== aside && !isEcho(error, context)) void fail(context, error);
        return;
      }
      aside = error;
      // Of a client that leaves, what the middleware then throws tells more.
      if (stage === 'running' && context.req.socket.destroyed) return;
      stage = 'failed';
      void fail(context, error);
      keepReply(context);
    };
    const failWith = (thrown: unknown): Promise<unknown> | undefined => {
      // A middleware that waits for its body fails with it.
      if (stage === 'failed' && aside === thrown) return undefined;
      stage = 'failed';
      aside = thrown;
      return fail(context, thrown);
    };
    const end = (): Promise<unknown> | undefined => {
      if (stage === 'running') {
        stage = 'settled';
        failAside(aside);
      }
      try {
        settle(context);
        return undefined;
      } catch (thrown) {
        return failWith(thrown);
      }
    };
    context.onerror = failAside;
    try {
      watchBodies(context.app);
      // To await it would have what was thrown thrown once more.
      return Promise.resolve(next()).then(end, failWith);
    } catch (thrown) {
      return Promise.resolve(failWith(thrown));
    }
  };
}

/** @throws what it amounts to that nobody answered */
function settle(context: Context): void {
  const body = (context.body ?? undefined) as object | string | undefined;
  if (body !== undefined) {
    convertWebBody(context, body);
    return;
  }
  const unanswered = findUnanswered(context);
  if (unanswered !== undefined) throw unanswered;
}

/** Whether an error only follows from an answer: the body that it replaced, or the client, breaks off. */
function isEcho(error: unknown, { req, response }: Context): boolean {
  return (
    req.socket.destroyed ||
    readProperty(response.body, 'errored') === error ||
    readProperty(error, 'code') === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}

/** Koa 3's pipeline destroys a response whose body failed, one that is or will be answered too. */
function keepReply({ res }: Context): void {
  if (res.writableEnded || !res.headersSent) res.destroy = () => res;
}

/** The pattern that \@koa/router matched; others may note what they like. */
function findRoute(context: Context): string | undefined {
  try {
    const route: unknown = context._matchedRoute;
    return types.isRegExp(route) || typeof route === 'string' ? String(route) : undefined;
  } catch {
    return undefined;
  }
}
