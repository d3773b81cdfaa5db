import { HttpError, MethodNotAllowed, NotFound } from '@faultless/node';
import type { Context } from 'koa';

/** What @koa/router notes of the routes whose path matched. */
interface RouterLayer {
  readonly methods: readonly string[];
}

/**
 * The error that a response without a body amounts to: undefined when somebody answered; 405 when
 * @koa/router knows the path by other methods; otherwise the error status that was set, which is
 * 404 in Koa where nobody set one.
 */
export function findUnanswered(context: Context): HttpError | undefined {
  if (context.respond === false || context.headerSent || !context.writable) return undefined;
  if (context.body !== null && context.body !== undefined) return undefined;
  if (context.status < 400) return undefined;
  if (context.status !== 404) return new HttpError(context.status);
  const allowed = findAllowedMethods(context);
  return allowed.length === 0 || allowed.includes(context.method)
    ? new NotFound()
    : new MethodNotAllowed(allowed);
}

function findAllowedMethods({ matched }: Context): string[] {
  if (!Array.isArray(matched)) return [];
  return [...new Set((matched as RouterLayer[]).flatMap(({ methods }) => methods))];
}
