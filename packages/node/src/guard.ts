import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpError, Responder } from '@faultless/core';
import { answerError } from './answer-error.js';
import { answerSocket } from './answer-socket.js';
import { whenAnswered } from './exchanges.js';
import type { Connection, GuardSettings } from './guard-options.js';

/** What the parts of a guard share. */
export interface Guard {
  /** The server; one of node:http2 has the same events through its compatibility API. */
  readonly server: Server;
  readonly settings: GuardSettings;
  readonly responder: Responder<Connection>;
}

/** A request that is answered in place of the application, and its response. */
export interface Refused {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers a request that the application does not get to see, and ends the connection. */
export function refuse(
  { responder }: Guard,
  error: HttpError,
  { request, response }: Refused,
): void {
  const context = { socket: request.socket, request };
  answerError(responder, error, { request, response, context, close: true });
}

/**
 * Answers a request for a tunnel or an upgrade, behind the responses that are still to leave, and ends
 * the connection.
 */
export function refuseSocket(
  guard: Guard,
  error: unknown,
  { request, socket }: { request: IncomingMessage; socket: Socket },
): void {
  // Node has taken its own listeners off; without one, a reset would end the process.
  socket.on('error', ignore);
  whenAnswered(socket, () => {
    answerSocket(guard, error, { socket, request });
  });
}

function ignore(): void {
  // The connection is gone; there is nobody to tell.
}
