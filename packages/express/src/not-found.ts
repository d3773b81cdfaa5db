import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpError, MethodNotAllowed, NotFound, NotImplemented } from '@faultless/node';
import { type AllowedMethods, findAllowedMethods, isMethodKnown } from './allowed-methods.js';
import { type Application, findOutermost } from './find-stack.js';

/** A middleware that Express 4 and Express 5 both take. */
export type ExpressNotFound = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

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
 *
 * `app.all` before routes counts as middleware, behind them as a route for every method. OPTIONS is
 * handed on where Express answers it by itself.
 *
 * @throws {TypeError} when it is given anything, as by `app.use(notFound)`, which would never answer
 */
export function notFound(...none: readonly never[]): ExpressNotFound {
  if (none.length > 0) throw new TypeError('notFound takes no options; mount it as notFound()');
  const middleware: ExpressNotFound = (request, _response, next) => {
    next(findError(request as RoutedRequest, middleware));
  };
  return middleware;
}

/** The error that an unanswered request amounts to; undefined for OPTIONS if Express answers it. */
function findError(request: RoutedRequest, middleware: ExpressNotFound): HttpError | undefined {
  const { app, method } = request;
  if (!DEFINED_METHODS.has(method) && !isMethodKnown(app, method)) return new NotImplemented();
  const { methods, any, answersOptions } = findAllowed(request, middleware);
  if (method === 'OPTIONS') return answersOptions ? undefined : new NotFound();
  return any || methods.length === 0 || methods.includes(method)
    ? new NotFound()
    : new MethodNotAllowed(methods);
}

/** Searches from the outermost app down to this middleware, as the request has come. */
function findAllowed(request: RoutedRequest, middleware: ExpressNotFound): AllowedMethods {
  const { app, baseUrl, path } = request;
  const place = { middleware, rest: path };
  const whole = findAllowedMethods(findOutermost(app), baseUrl + path, place);
  if (whole.reached || baseUrl === '') return whole;
  // The way here is not to be seen: something wraps an app or this middleware, or an app is mounted
  // on a bare router, so that nothing says what is above it.
  const own = findAllowedMethods(app, path, place);
  const isOwn = own.methods.length > 0 || whole.methods.length === 0;
  return own.reached || (isOwn && app?.parent !== undefined) ? own : whole;
}
