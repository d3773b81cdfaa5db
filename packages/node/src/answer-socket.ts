import type { Socket } from 'node:net';
import type { RequestFacts, ResponseFacts } from '@faultless/core';
import type { Guard } from './guard.js';
import { serialiseReply } from './serialise-reply.js';
import { closeGently } from './unread-upload.js';

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
