import type { IncomingMessage, ServerResponse } from 'node:http';
import { MethodNotAllowed, NotFound, NotImplemented } from '@faultless/node';
import { findAllowedMethods, knowsMethod, type RoutedApp } from './allowed-methods.js';

/** A middleware that Express 4 and Express 5 both take. */
export type ExpressNotFound = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** What Express adds to a request, as far as it is read here. */
interface RoutedRequest {
  readonly app: RoutedApp & { path(): string };
  readonly method: string;
  readonly url: string;
  readonly baseUrl: string;
}

/** The methods of RFC 9110 §9.3 and RFC 5789, which every server is expected to have heard of. */
const STANDARD_METHODS: ReadonlySet<string> = new Set([
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
 * Makes the middleware for what no route answered, to be mounted after the routes: 405 with `Allow`
 * where the path has other methods, 501 for a method that no route has and no standard defines, 404
 * otherwise. OPTIONS is left to Express where a route matches.
 *
 * @see RFC 9110 §9.1, §15.5.5, §15.5.6
 */
export function notFound(): ExpressNotFound {
  return (request, _response, next) => {
    const { app, method } = request as unknown as RoutedRequest;
    const path = pathInApp(request as unknown as RoutedRequest);
    const { allowed, any } = findAllowedMethods(app, path);
    if (method === 'OPTIONS' && (any || allowed.size > 0)) next();
    else if (!STANDARD_METHODS.has(method) && !any && !knowsMethod(app, method)) {
      next(new NotImplemented());
    } else if (any || allowed.size === 0 || allowed.has(method)) next(new NotFound());
    else next(new MethodNotAllowed([...allowed]));
  };
}

/** The path as the routes of the app see it: below where a sub-app is mounted. */
function pathInApp({ app, baseUrl, url }: RoutedRequest): string {
  const mounted = app.path();
  const base = baseUrl.startsWith(mounted) ? baseUrl.slice(mounted.length) : '';
  return pathOf(base + url);
}

/** The path of a request target in origin-form or absolute-form (RFC 9112 §3.2). */
function pathOf(target: string): string {
  const [beforeQuery = ''] = target.split('?', 1);
  return beforeQuery.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/';
}
