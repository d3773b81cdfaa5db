import { METHODS } from 'node:http';
import { HttpError, MethodNotAllowed, NotFound } from '@faultless/node';
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
  if (context.status < 400) return undefined;
  if (context.status !== 404) return new HttpError(context.status);
  const allowed = findAllowedMethods(context);
  return allowed.length === 0 || allowed.includes(context.method)
    ? new NotFound()
    : new MethodNotAllowed(allowed);
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
  if (context.headerSent || !isMethodNotAllowed(thrown)) return;
  const allowed = findAllowedMethods(context);
  if (allowed.length > 0) context.set('Allow', allowed.join(', '));
}

function isMethodNotAllowed(thrown: unknown): boolean {
  try {
    return (thrown as { status?: unknown } | null | undefined)?.status === 405;
  } catch {
    // A hostile error may throw when it is asked.
    return false;
  }
}

function findAllowedMethods({ matched }: Context): string[] {
  try {
    if (!Array.isArray(matched)) return [];
    const named = new Set((matched as Layer[]).flatMap((layer) => layer?.methods));
    return METHODS.filter((method) => named.has(method));
  } catch {
    // So may what others have noted.
    return [];
  }
}
