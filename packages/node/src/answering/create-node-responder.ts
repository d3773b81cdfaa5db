import { channel, subscribe } from 'node:diagnostics_channel';
import {
  BUILT_IN_LOCALES,
  BUILT_IN_MAPPERS,
  BUILT_IN_MESSAGES,
  BUILT_IN_NEGOTIATION,
  BUILT_IN_RENDERERS,
  checkRealm,
  consoleReporter,
  createExtension,
  createResponder,
  type ErrorHandlerOptions,
  markDatabaseError,
  markUpstreamError,
  type RequestFacts,
  type Responder,
} from '@faultless/core/adapter';

/** Where HTTP clients say that a request failed: undici, fetch among it, and node:http. */
const FAILURES = ['http.client.request.error', 'undici:request:error'] as const;

/** Has a subscriber when somebody in this process watches: another copy of this module, or realm. */
const WATCH = 'faultless:http-clients';

/**
 * Marks the errors of HTTP clients, from the first call on and once in a process. Costs a request
 * that succeeds nothing, and listens to no request.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#http (node:http says it since 20.17 and 22.7)
 */
function watchHttpClients(): void {
  if (channel(WATCH).hasSubscribers) return;
  subscribe(WATCH, () => undefined);
  for (const name of FAILURES) subscribe(name, mark);
}

/** What a client tells of a request that failed. */
interface Failure {
  readonly error: NodeJS.ErrnoException;
  readonly request: { readonly destroyed?: boolean; readonly path?: string };
}

/**
 * A database that is asked by fetch: libSQL, by the paths of its protocol. What fetch rejects with does
 * not tell.
 *
 * @see https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md
 */
const OF_DATABASE = /^\/v\d(?:-protobuf)?\/(?:pipeline|cursor)$/;

/**
 * A client whose own timer runs out destroys its request, and hears the words of a server that hung up;
 * when a server does, the request is still whole.
 */
function mark(failure: unknown): void {
  const { error, request } = failure as Failure;
  if (OF_DATABASE.test(request.path ?? '')) markDatabaseError(error);
  else markUpstreamError(error, request.destroyed === true && error.message === 'socket hang up');
}

/**
 * Makes the pipeline of core, on a process whose HTTP clients are watched: a connection that one of
 * them fails to make is another server's failure, not a database's.
 *
 * @param owner the function whose options they are, for the messages of those that are refused
 * @throws {TypeError} when an option is unknown or wrong
 */
export function createNodeResponder<Context = RequestFacts>(
  options: ErrorHandlerOptions<Context> = {},
  owner = 'errorHandler',
): Responder<Context> {
  const responder = createResponder(options, {
    mappers: BUILT_IN_MAPPERS,
    renderers: BUILT_IN_RENDERERS,
    locales: BUILT_IN_LOCALES,
    negotiation: BUILT_IN_NEGOTIATION,
    extension: createExtension,
    checkRealm,
    messages: BUILT_IN_MESSAGES,
    report: consoleReporter,
    owner,
  });
  watchHttpClients();
  return responder;
}
