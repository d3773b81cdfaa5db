import {
  type ErrorHandlerOptions,
  type RequestFacts,
  type Responder,
  createResponder as respondAnywhere,
} from '@faultless/core';
import { watchHttpClients } from './watch-http-clients.js';

/**
 * Makes the pipeline of core, on a process whose HTTP clients are watched: a connection that one of
 * them fails to make is another server's failure, not a database's.
 *
 * @throws {TypeError} when an option is unknown or wrong
 */
export function createResponder<Context = RequestFacts>(
  options: ErrorHandlerOptions<Context> = {},
): Responder<Context> {
  const responder = respondAnywhere(options);
  watchHttpClients();
  return responder;
}
