import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { HttpError, Responder } from '@faultless/core';
import { answerError } from './answer-error.js';
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
