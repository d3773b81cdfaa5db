import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorHandlerOptions } from '@faultless/core/adapter';
import { answerError } from './answer-error.js';
import { createNodeResponder } from './create-node-responder.js';

/** A node:http request listener that may throw, or return a promise that rejects. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Wraps a node:http request listener: whatever it throws, or its promise rejects with, is answered.
 * An error of which nothing else is known leaves with the 4xx or 5xx that `response.statusCode` had.
 *
 *     http.createServer(handle(async (request, response) => { … }));
 *
 * @throws {TypeError} when an option is unknown or wrong
 */
export function handle(
  listener: Listener,
  options: ErrorHandlerOptions<IncomingMessage> = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  if (typeof listener !== 'function') {
    throw new TypeError('handle: the listener must be a function');
  }
  const responder = createNodeResponder(options, 'handle');
  return (request, response) => {
    const fail = (thrown: unknown): void => {
      void answerError(responder, thrown, {
        request,
        response,
        context: request,
        statedStatus: () => response.statusCode,
      });
    };
    try {
      const result = listener(request, response);
      if (typeof result === 'object' && result !== null) Promise.resolve(result).catch(fail);
    } catch (thrown) {
      fail(thrown);
    }
  };
}
