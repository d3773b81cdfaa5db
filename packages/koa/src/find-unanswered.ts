import { HttpError, InternalServerError, MethodNotAllowed, NotFound } from '@faultless/node';
import { isPing, NODE_HTTP, readProperty } from '@faultless/node/adapter';
import type { Context } from 'koa';

/** What @koa/router notes of a route whose path matched; others may note what they like. */
type Layer = { readonly methods?: unknown } | null | undefined;

/**
 * The error that a response without a body amounts to: undefined when somebody has answered in
 * another way; 405 when \@koa/router knows the path by other methods; otherwise the error status
 * that was set, which is 404 in Koa where nobody set one.
 */
export function findUnanswered(context: Context): HttpError | undefined {
  if (context.respond === false || context.headerSent || isOver(context)) return undefined;
  const { status } = context;
  if (status < 400 || isExplicitlyEmpty(context)) return undefined;
  if (status >= 600)
    return new InternalServerError(`ctx.status is ${status}: HTTP has none above 599`);
  if (status !== 404) return new HttpError(status);
  if (isPing(context.req)) {
    context.status = 204;
    return undefined;
  }
  const allowed = findAllowedMethods(context);
  return allowed.length === 0 || allowed.includes(context.method)
    ? new NotFound()
    : new MethodNotAllowed(allowed);
}

/** Koa tells `ctx.body = null`, which is an answer, from a body that nobody has set. */
function isExplicitlyEmpty({ response }: Context): boolean {
  return readProperty(response, '_explicitNullBody') === true;
}

/** A stream of HTTP/2 that answers HEAD takes no content, so that Koa holds it for ended. */
function isOver({ method, req, res, writable }: Context): boolean {
  if (method !== 'HEAD' || req.httpVersionMajor === 1) return !writable;
  return res.writableEnded || req.socket.destroyed;
}

/**
 * Adds the methods to a 405 that does not name them, such as `allowedMethods({ throw: true })` of
 * \@koa/router throws.
 */
export function addAllowedMethods(thrown: unknown, context: Context): void {
  if (readProperty(thrown, 'status') !== 405 || context.headerSent) return;
  const allowed = findAllowedMethods(context);
  if (allowed.length > 0) context.set('Allow', allowed.join(', '));
}

function findAllowedMethods({ matched }: Context): string[] {
  try {
    if (!Array.isArray(matched)) return [];
    const named = new Set((matched as Layer[]).flatMap((layer) => layer?.methods));
    return NODE_HTTP.METHODS.filter((method) => named.has(method));
  } catch {
    // What others have noted may be anything.
    return [];
  }
}
