import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpError, MethodNotAllowed, NotFound, NotImplemented } from '@faultless/node';
import { answerPing, isPing } from '@faultless/node/adapter';
import { type AllowedMethods, findAllowedMethods, isMethodKnown } from './allowed-methods.js';
import { type Application, findOutermost, isRouter } from './find-stack.js';

/** A middleware that Express 4 and Express 5 both take. */
export type ExpressNotFound = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** A router or an app of Express 4 or 5. */
export interface ExpressRouter {
  (...step: never[]): unknown;
  use(...mounted: never[]): unknown;
}

/** What Express adds to a request, as far as it is looked at. */
interface RoutedRequest extends IncomingMessage {
  readonly app?: Application;
  readonly method: string;
  readonly baseUrl: string;
  readonly path: string;
}

/** The methods that a server is expected to know (RFC 9110 §9.1, RFC 5789). */
const DEFINED_METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
]);

/**
 * Makes the middleware that turns what no route answered into an error. Mount it after the routes,
 * of an app or of a router:
 *
 *     app.use(notFound());
 *     app.use(errorHandler());
 *
 * - 405 with Allow, when routes have the path with other methods (RFC 9110 §15.5.6)
 * - 501, when the method is none of HTTP's own and no route of the app takes it (§9.1)
 * - 404 otherwise, also when a route took the request and handed it on
 * - `OPTIONS *`, which asks about the server and not about a route, is answered with 204 (§9.3.7)
 *
 * `app.all` before routes counts as middleware, behind them as a route for every method. OPTIONS is
 * handed on where Express answers it by itself, or may do so.
 *
 * Express tells nobody which router runs. Where one is reached through a function or a virtual host,
 * its routes can't be found from the app, and it has to be named: `router.use(notFound(router))`.
 *
 * @param router the router that it is mounted in, where a function of yours calls that router
 * @throws {TypeError} when it is given anything else, as by `app.use(notFound)`, which would never answer
 */
export function notFound(router?: ExpressRouter, ...uncalled: readonly never[]): ExpressNotFound {
  if (uncalled.length > 0 || (router !== undefined && !isRouter(router))) {
    throw new TypeError(
      'notFound takes nothing but the router that it is mounted in; mount it as notFound()',
    );
  }
  const middleware: ExpressNotFound = (request, response, next) => {
    if (isPing(request)) answerPing(response);
    else next(findError(request as RoutedRequest, { middleware, router }));
  };
  return middleware;
}

/** Where an unanswered request has come out. */
interface Exit {
  readonly middleware: ExpressNotFound;
  readonly router: ExpressRouter | undefined;
}

/** The error that an unanswered request amounts to; undefined for OPTIONS if Express answers it. */
function findError(request: RoutedRequest, exit: Exit): HttpError | undefined {
  const { app, method } = request;
  if (![app, exit.router].some((routes) => knows(routes, method))) return new NotImplemented();
  const { methods, any, answersOptions, reached } = findAllowed(request, exit);
  // Of a router that can't be seen, Express itself knows best what it answers.
  if (method === 'OPTIONS') return answersOptions || !reached ? undefined : new NotFound();
  return any || methods.length === 0 || methods.includes(method)
    ? new NotFound()
    : new MethodNotAllowed(methods);
}

function knows(routes: object | undefined, method: string): boolean {
  return DEFINED_METHODS.has(method) || isMethodKnown(routes, method);
}

/** Searches from the outermost app down to this middleware, as the request has come. */
function findAllowed(request: RoutedRequest, { middleware, router }: Exit): AllowedMethods {
  const { app, baseUrl, path } = request;
  const place = { middleware, rest: path };
  const whole = findAllowedMethods(findOutermost(app), baseUrl + path, place);
  if (whole.reached) return whole;
  // The way here is not to be seen: something wraps an app, a router or this middleware, or an app is
  // mounted on a bare router, so that nothing says what is above it.
  if (router !== undefined) return { ...findAllowedMethods(router, path, place), reached: true };
  if (baseUrl === '') return whole;
  const own = findAllowedMethods(app, path, place);
  const isOwn = own.methods.length > 0 || whole.methods.length === 0;
  return own.reached || (isOwn && app?.parent !== undefined) ? own : whole;
}
