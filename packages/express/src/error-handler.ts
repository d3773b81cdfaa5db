import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorHandlerOptions } from '@faultless/node';
import { answerError, createNodeResponder } from '@faultless/node/adapter';
import type { Request } from 'express';
import { findRoute } from './find-route.js';
import { warnOfEarlyMount } from './warn-of-early-mount.js';

/** An error-handling middleware that Express 4 and Express 5 both take. */
export type ExpressErrorHandler = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes the middleware that answers every error. Mount it last:
 *
 *     app.use(notFound());
 *     app.use(errorHandler());
 *
 * An error of which nothing else is known leaves with the 4xx or 5xx that `res.status()` had set.
 *
 * Mounted before routes, whose errors it would never see, it warns with the first response.
 *
 * @throws {TypeError} when an option is unknown or wrong, or on the first request where the call is missing
 */
export function errorHandler(
  options: ErrorHandlerOptions<Request> = {},
  ...uncalled: readonly never[]
): ExpressErrorHandler {
  if (uncalled.length > 0)
    throw new TypeError('errorHandler: mount what it returns, as app.use(errorHandler())');
  const responder = createNodeResponder(options);
  // Express knows an error handler by its four parameters.
  const handler: ExpressErrorHandler = (error, request, response, _next) => {
    const route = findRoute(request);
    void answerError(responder, error, {
      request,
      response,
      context: request as Request,
      target: (request as Request).originalUrl,
      statedStatus: () => response.statusCode,
      route,
    });
  };
  warnOfEarlyMount(handler);
  return handler;
}
