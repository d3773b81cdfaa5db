import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { HttpError } from '@faultless/core/adapter';
import { hasLastAnswer, noteExchange } from '../answering/exchanges.js';
import { answerPing, isPing } from '../answering/ping.js';
import { isHttp2 } from '../answering/request-snapshot.js';
import { buildRefusal } from './build-refusal.js';
import { checkRequest } from './check-request.js';
import { REFUSALS } from './client-error-codes.js';
import { type Guard, type Refused, refuse, refuseSocket } from './guard.js';
import { isSurplus, noteUnderWay } from './guard-connections.js';
import { findUnclaimedUpgrade } from './guard-upgrades.js';

/** What Node publishes of each request that begins. */
interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

const RESPONSES = new WeakMap<IncomingMessage, ServerResponse>();
let watching = false;

/**
 * Has the response of each request noted from now on, where requests can be dropped: Node's
 * `dropRequest` event brings the request only.
 */
function watchResponses(): void {
  if (watching) return;
  watching = true;
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Started;
    if (Number(server.maxRequestsPerSocket) > 0) RESPONSES.set(request, response);
  });
}

/** The response of a request that began since. */
function findResponse(request: IncomingMessage): ServerResponse | undefined {
  return RESPONSES.get(request);
}

/**
 * Sends `100 Continue` when the application begins to read the content, and not before: a request
 * that is refused first never gets one, and its client never sends the content.
 *
 * @see RFC 9110 §10.1.1, §15.2.1
 */
function continueLazily(request: IncomingMessage, response: ServerResponse): void {
  const read = request._read.bind(request);
  request._read = (size) => {
    request._read = read;
    // Node reads what nobody has read once the response is through.
    if (!response.headersSent) response.writeContinue();
    read(size);
  };
}

/** The events that hand a request to the application. */
const REQUEST_EVENTS: ReadonlySet<unknown> = new Set([
  'request',
  'checkContinue',
  'checkExpectation',
]);

/** Those that hand over its connection. */
const SOCKET_EVENTS: ReadonlySet<unknown> = new Set(['upgrade', 'connect']);

/**
 * Stands between the server and the application: sees each request first, and answers those that the
 * application must not get, or that Node would answer with an empty text.
 */
export function guardRequests(guard: Guard): void {
  const { server, settings } = guard;
  const { retryAfter } = settings;
  const rules = { requireHost: takeOverHost(server) };
  const emit = server.emit.bind(server) as (event: string | symbol, ...args: unknown[]) => boolean;

  function findRefusal(request: IncomingMessage): HttpError | undefined {
    const refusal = isHttp2(request) ? undefined : checkRequest(request, rules);
    if (refusal !== undefined) return buildRefusal(refusal);
    if (isSurplus(request.socket)) return buildRefusal(REFUSALS.tooManyConnections, { retryAfter });
    return isHttp2(request) ? undefined : findUnclaimedUpgrade(guard, request);
  }

  function intercept({ request, response }: Refused): boolean {
    noteExchange(request, response);
    const refusal = findRefusal(request);
    if (refusal !== undefined) {
      refuse(guard, refusal, { request, response });
      return true;
    }
    noteUnderWay(request.socket, response);
    if (!isPing(request)) return false;
    answerPing(response);
    return true;
  }

  function interceptSocket(request: IncomingMessage): boolean {
    const refusal = findRefusal(request);
    if (refusal === undefined) noteUnderWay(request.socket);
    else refuseSocket(guard, refusal, request);
    return refusal !== undefined;
  }

  // A listener can't keep the application's from running, and most of what is refused here has no
  // event of its own.
  server.emit = ((event: string | symbol, ...args: unknown[]): boolean => {
    const hasResponse = REQUEST_EVENTS.has(event);
    if (!hasResponse && !SOCKET_EVENTS.has(event)) return emit(event, ...args);
    const [request, target] = args as [IncomingMessage, unknown];
    if (hasLastAnswer(request.socket)) return true;
    // Node drops none but behind one that it has handed over.
    if (Number(server.maxRequestsPerSocket) > 0) watchResponses();
    const refused =
      hasResponse || isHttp2(request)
        ? intercept({ request, response: target as Refused['response'] })
        : interceptSocket(request);
    return refused || emit(event, ...args);
  }) as Server['emit'];

  server.on('checkContinue', (request, response) => {
    if (server.listenerCount('checkContinue') > 1) return;
    continueLazily(request, response);
    emit('request', request, response);
  });
  server.on('checkExpectation', (request, response) => {
    if (server.listenerCount('checkExpectation') > 1) return;
    refuse(guard, buildRefusal(REFUSALS.unmetExpectation), { request, response });
  });
  server.on('dropRequest', (request) => {
    const response = findResponse(request);
    if (response === undefined) return;
    noteExchange(request, response);
    refuse(guard, buildRefusal(REFUSALS.connectionUsedUp, { retryAfter }), { request, response });
    // Node goes on to answer with an empty text.
    Object.assign(response, { writeHead: () => response, end: () => response });
  });
}

/** Node answers a missing Host itself, with an empty text, unless it is told not to look. */
function takeOverHost(server: Server): boolean {
  const { requireHostHeader } = server as Server & { requireHostHeader?: boolean };
  Object.assign(server, { requireHostHeader: false });
  return requireHostHeader !== false;
}
