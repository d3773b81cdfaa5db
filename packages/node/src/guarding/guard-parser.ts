import type { Socket } from 'node:net';
import { answerError } from '../answering/answer-error.js';
import { endWhenStalled } from '../answering/end-when-stalled.js';
import { findPending, whenAnswered } from '../answering/exchanges.js';
import { ignoreLateCalls } from '../answering/hold-response.js';
import { abandon } from '../answering/response-state.js';
import { discard } from '../answering/unread-upload.js';
import { buildClientError } from './build-refusal.js';
import { IGNORED } from './client-error-codes.js';
import { answerSocket, type Guard } from './guard.js';
import { isUpgraded } from './guard-upgrades.js';
import { type ParserError, readRawRequest } from './read-raw-request.js';

/** Answers what Node's parser could not read, and what came too slowly. */
export function guardParser(guard: Guard): void {
  const { server } = guard;
  /** Connections that have had their last word. */
  const closing = new WeakSet<Socket>();
  server.on('clientError', (error: ParserError, duplex) => {
    const socket = duplex as Socket;
    if (server.listenerCount('clientError') > 1 || closing.has(socket)) return;
    closing.add(socket);
    if (!socket.writable || isConnectionLost(error) || isUpgraded(socket)) socket.destroy();
    else answerClientError(guard, error, socket);
  });
}

/** An error of the connection, not of what came over it. */
function isConnectionLost({ code = '' }: ParserError): boolean {
  return code !== 'ERR_HTTP_REQUEST_TIMEOUT' && !code.startsWith('HPE_');
}

function answerClientError(guard: Guard, error: ParserError, socket: Socket): void {
  const pending = findPending(socket);
  if (pending !== undefined && !pending.request.complete) {
    answerBrokenContent(guard, error, { socket, ...pending });
  } else if (pending !== undefined) {
    // Responses leave in the order of their requests (RFC 9112 §9.3.2).
    discard(socket, guard.responder.unreadContent);
    whenAnswered(socket, () => {
      answerBetween(guard, error, socket);
    });
  } else {
    answerBetween(guard, error, socket);
  }
}

/** The application has the request, and waits for the rest of its content. */
function answerBrokenContent(
  { responder }: Guard,
  error: ParserError,
  { socket, request, response }: { socket: Socket } & Pick<PendingExchange, 'request' | 'response'>,
): void {
  if (response.writableEnded) {
    // Answered already; only the rest of the content was still to be thrown away.
    endWhenStalled(socket, responder.unreadContent.seconds);
    const end = (): void => {
      socket.destroySoon();
    };
    if (response.closed) end();
    else response.once('close', end);
    return;
  }
  const context = { socket, request };
  // The application knows nothing of it, and goes on: what it is refused in a callback would end the process.
  response.on('error', ignore);
  ignoreLateCalls(response);
  void answerError(responder, buildClientError(error), {
    request,
    response,
    context,
    unseen: true,
  }).then(() => {
    abandon(response);
  });
}

type PendingExchange = NonNullable<ReturnType<typeof findPending>>;

function answerBetween(guard: Guard, error: ParserError, socket: Socket): void {
  if (IGNORED.has(error.code ?? '')) socket.destroySoon();
  else answerSocket(guard, buildClientError(error), { socket, request: readRawRequest(error) });
}

function ignore(): void {
  // Whatever comes after the answer is nobody's concern.
}
