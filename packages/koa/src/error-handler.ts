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

  function fail(context: Context, thrown: unknown): void {
    context.respond = false;
    context.onerror = ignore;
    addAllowedMethods(thrown, context);
    answerError(responder, thrown, {
      request: context.req,
      response: context.res,
      context,
      route: findRoute(context),
    });
  }

  /** Koa calls it with null too, for every response that ended well. */
  function failWithBody(this: Context, error: unknown): void {
    if (error === null || error === undefined) return;
    fail(this, asServedFileError(error));
    keepReply(this);
  }

  /** Of a client that leaves, what the middleware then throws tells more. */
  function failWhileRunning(this: Context, error: unknown): void {
    if (this.req.socket.destroyed) {
      LEFT.set(this, error);
      this.onerror = ignore;
    } else {
      failWithBody.call(this, error);
    }
  }

  function settle(context: Context): void {
    if (context.onerror === failWhileRunning) context.onerror = failWithBody;
    else if (LEFT.has(context)) failWithBody.call(context, LEFT.get(context));
    const body = (context.body ?? undefined) as object | string | undefined;
    if (body !== undefined) convertWebBody(context, body);
    else answerUnanswered(context);
  }

  function answerUnanswered(context: Context): void {
    const unanswered = findUnanswered(context);
    if (unanswered !== undefined) fail(context, unanswered);
  }

  return (context, next) => {
    watchBodies(context.app);
    context.onerror = failWhileRunning;
    return next().then(
      () => {
        settle(context);
      },
      (thrown: unknown) => {
        fail(context, thrown);
      },
    );
  };
}

/** What failed after a client had left, until it is known what the middleware makes of that. */
const LEFT = new WeakMap<Context, unknown>();

/** After a failure comes its echo: the pipeline of the body breaking off. */
function ignore(): void {
  // It has been told.
}

/** Koa 3's pipeline destroys a response whose body failed, one that is or will be answered too. */
function keepReply({ res }: Context): void {
  if (res.writableEnded || !res.headersSent) res.destroy = () => res;
}

/** The pattern that \@koa/router matched. */
function findRoute({ _matchedRoute: route }: Context): string | undefined {
  return route === undefined ? undefined : String(route as string | RegExp);
}
