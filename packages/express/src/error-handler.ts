import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, createResponder, type ErrorHandlerOptions } from '@faultless/node';
import type { Request } from 'express';
import { findRoute } from './find-route.js';

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
 * @throws {TypeError} when an option is unknown or wrong
 */
export function errorHandler(options: ErrorHandlerOptions<Request> = {}): ExpressErrorHandler {
  const responder = createResponder(options);
  // Express knows an error handler by its four parameters.
  return (error, request, response, _next) => {
    const route = findRoute(request);
    void answerError(responder, error, {
      request,
      response,
      context: request as Request,
      statedStatus: response.statusCode,
      route,
    });
  };
}
