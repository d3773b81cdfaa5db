import {
  answerError,
  asServedFileError,
  createResponder,
  type ErrorHandlerOptions,
} from '@faultless/node';
import type { Context, Next } from 'koa';
import { addAllowedMethods, findUnanswered } from './find-unanswered.js';
import { convertWebBody, watchBodies } from './watch-bodies.js';

/** A middleware that Koa 2 and Koa 3 both take. */
export type KoaErrorHandler = (context: Context, next: Next) => Promise<void>;

/**
 * Makes the middleware that answers every error, what nobody answered (404, or 405 where
 * \@koa/router knows other methods), and a stream body that fails. Mount it first:
 *
 *     app.use(errorHandler());
 *
 * @throws {TypeError} when an option is unknown or wrong
 */
export function errorHandler(options: ErrorHandlerOptions<Context> = {}): KoaErrorHandler {
  const responder = createResponder(options);

  return async (context, next) => {
    let failed = false;
    let running = true;
    let left: unknown;
    const fail = (thrown: unknown): void => {
      failed = true;
      context.respond = false;
      addAllowedMethods(thrown, context);
      answerError(responder, thrown, {
        request: context.req,
        response: context.res,
        context,
        route: findRoute(context),
      });
    };
    watchBodies(context.app);
    // Koa calls this with null too, for every response that ended well, and after a failure with
    // its echo: the pipeline of the body breaking off.
    context.onerror = (error: unknown) => {
      if (error === null || error === undefined || failed) return;
      // Of a client that leaves, what the middleware then throws tells more.
      if (running && context.req.socket.destroyed) {
        left = error;
        return;
      }
      fail(asServedFileError(error));
      keepReply(context);
    };
    try {
      await next();
      running = false;
      if (left !== undefined) context.onerror(left as Error);
      const body = (context.body ?? undefined) as object | string | undefined;
      if (body !== undefined) convertWebBody(context, body);
      const unanswered = body === undefined ? findUnanswered(context) : undefined;
      if (unanswered !== undefined) fail(unanswered);
    } catch (thrown) {
      running = false;
      fail(thrown);
    }
  };
}

/** Koa 3's pipeline destroys a response whose body failed, one that is or will be answered too. */
function keepReply({ res }: Context): void {
  if (res.writableEnded || !res.headersSent) res.destroy = () => res;
}

/** The pattern that \@koa/router matched. */
function findRoute({ _matchedRoute: route }: Context): string | undefined {
  return route === undefined ? undefined : String(route as string | RegExp);
}
