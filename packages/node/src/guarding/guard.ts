import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type {
  HttpError,
  RequestFacts,
  Responder,
  ResponseFacts,
  SentReply,
} from '@faultless/core/adapter';
import { answerError } from '../answering/answer-error.js';
import { whenAnswered } from '../answering/exchanges.js';
import { closeGently } from '../answering/unread-upload.js';
import { closeAfter } from '../answering/write-reply.js';
import type { Connection, GuardSettings } from './guard-options.js';

/**
 * Writes a reply as the bytes of an HTTP/1.1 message, for a connection that has no ServerResponse.
 * It is the last message there, and says so. HTTP/1.0 clients get the same (RFC 9112 §2.3).
 *
 * @see RFC 9112 §4, §9.6; RFC 9110 §6.6.1 (Date)
 */
export function serialiseReply(reply: SentReply): Buffer {
  const { status, reason, headers, body } = closeAfter(reply);
  let head = `HTTP/1.1 ${status} ${reason}\r\nDate: ${new Date().toUTCString()}\r\n`;
  for (const [name, value] of headers) {
    for (const one of [value].flat()) head += `${name}: ${one}\r\n`;
  }
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), Buffer.from(body)]);
}

/** The response of a connection that has none: no field of it is set. */
export const NOTHING_SET: ResponseFacts = { getHeader: () => undefined, getHeaderNames: () => [] };

/**
 * Answers on a connection that has no ServerResponse, as its last message, and closes it gently. If
 * nobody is there any more, nothing is written.
 */
export function answerSocket(
  { responder }: Guard,
  thrown: unknown,
  { socket, request }: { socket: Socket; request: RequestFacts },
): void {
  const state = socket.writable && !socket.destroyed ? 'open' : 'gone';
  const context = { socket };
  const { reply, report } = responder.respond(thrown, {
    request,
    response: NOTHING_SET,
    state,
    context,
  });
  if (reply.action === 'send') {
    closeGently(socket, responder.unreadContent, serialiseReply(reply));
  } else {
    socket.destroy();
  }
  responder.report(report, context);
}

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
  void answerError(responder, error, { request, response, context, close: true, unseen: true });
}

/**
 * Answers a request for a tunnel or an upgrade, behind the responses that are still to leave, and ends
 * the connection. That is the request's own: what Node hands to listeners may stand in front of it.
 */
export function refuseSocket(guard: Guard, error: unknown, request: IncomingMessage): void {
  const { socket } = request;
  // Node has taken its own listeners off; without one, a reset would end the process.
  socket.on('error', ignore);
  whenAnswered(socket, () => {
    answerSocket(guard, error, { socket, request });
  });
}

function ignore(): void {
  // The connection is gone; there is nobody to tell.
}
