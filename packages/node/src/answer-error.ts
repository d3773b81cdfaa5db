import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply, Report, Responder } from '@faultless/core';
import { closeAfter } from './close-after.js';
import { findBytesSent } from './exchanges.js';
import { isHttp2 } from './is-http2.js';
import { responseState } from './response-state.js';
import { sentFields } from './sent-fields.js';
import { isContentComing, lingerAfter, releaseStream } from './unread-upload.js';
import { writeReply } from './write-reply.js';

/** A failed request, as a framework on node:http knows it. */
export interface FailedRequest<Context> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the framework calls the request; options and reporters get it. */
  readonly context: Context;
  /** The pattern of the route that failed. */
  readonly route?: string | undefined;
  /** Whether the connection ends with this answer. @default false */
  readonly close?: boolean | undefined;
}

/**
 * Answers one thrown value, writes the reply, and reports. If content of the request is still on its
 * way, the connection ends with the answer, gently; content that came in the packet that began the
 * request is not, which shows when that packet has been read. Never throws.
 */
export function answerError<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failed: FailedRequest<Context>,
): void {
  const { request, response, close = false } = failed;
  if (!close && isContentComing(request) && responseState(response) === 'open') {
    setImmediate(answer, responder, thrown, failed);
  } else {
    answer(responder, thrown, failed);
  }
}

function answer<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failed: FailedRequest<Context>,
): void {
  const { request, response, context, route } = failed;
  const state = responseState(response);
  const { reply, report } = responder.respond(thrown, {
    request,
    response: state === 'started' ? sentFields(response) : response,
    state,
    context,
    route,
    bytesSent: state === 'started' ? findBytesSent(response) : undefined,
  });
  try {
    writeReply(endConnection(reply, failed, responder), response);
    if (reply.action === 'send') releaseStream(request, response);
    responder.report(report, context);
  } catch (failure) {
    response.destroy();
    responder.report(truncated(report, failure), context);
  }
}

/** Ends the connection after a reply, if it has to end. */
function endConnection<Context>(
  reply: Reply,
  { request, response, close = false }: FailedRequest<Context>,
  { unreadContent }: Responder<Context>,
): Reply {
  if (reply.action !== 'send' || isHttp2(request)) return reply;
  const coming = isContentComing(request);
  // Node keeps a connection open for any other option, though the client has asked for its end.
  if (!coming && !close) return response.shouldKeepAlive ? reply : closeAfter(reply);
  lingerAfter(response, unreadContent);
  return closeAfter(reply);
}

/** Something between us and the socket, such as a middleware that wraps `end`, threw. */
function truncated(report: Report, cause: unknown): Report {
  const notices = [...report.notices, { message: 'the reply could not be written', cause }];
  return { ...report, level: 'error', outcome: 'truncated', sentStatus: undefined, notices };
}
