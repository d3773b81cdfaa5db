import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Report } from '@faultless/core';
import type { Reply, Responder } from '@faultless/core/adapter';
import { findBytesSent } from './exchanges.js';
import { type RequestSnapshot, snapshotRequest } from './request-snapshot.js';
import { responseState, sentFields } from './response-state.js';
import { isContentComing, lingerAfter, releaseStream } from './unread-upload.js';
import { closeAfter, writeReply } from './write-reply.js';

/** A failed request, as a framework on node:http knows it. */
export interface FailedRequest<Context> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the framework calls the request; options and reporters get it. */
  readonly context: Context;
  /** The status that the handler had set before it failed, if the framework leaves it there. */
  readonly statedStatus?: number | undefined;
  /**
   * Reads the content of the request as the framework has parsed it.
   * @default what a body parser has left in `request.body`
   */
  readonly content?: (() => unknown) | undefined;
  /** The pattern of the route that failed. */
  readonly route?: string | undefined;
  /** Whether the connection ends with this answer. @default false */
  readonly close?: boolean | undefined;
}

/**
 * Answers one thrown value, writes the reply, and reports. If content of the request is still on its
 * way, the connection ends with the answer, gently; content that came in the packet that began the
 * request is not, which shows when that packet has been read. Never throws.
 *
 * @returns a promise that is fulfilled when the answer has been written, at once or in the next turn
 */
export function answerError<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failed: FailedRequest<Context>,
): Promise<void> {
  const failure = { failed, snapshot: snapshotRequest(failed.request) };
  const early = !failed.close && isContentComing(failed, failure.snapshot);
  if (early && responseState(failed.response) === 'open') {
    return nextTurn().then(() => {
      answer(responder, thrown, failure);
    });
  }
  answer(responder, thrown, failure);
  return ANSWERED;
}

const ANSWERED = Promise.resolve();

/** A failed request, and what it was like when it failed. */
interface Failure<Context> {
  readonly failed: FailedRequest<Context>;
  readonly snapshot: RequestSnapshot;
}

function answer<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failure: Failure<Context>,
): void {
  const { request, response, context, route, statedStatus } = failure.failed;
  const state = responseState(response);
  const { reply, report } = responder.respond(thrown, {
    request: failure.snapshot,
    response: state === 'started' ? sentFields(response) : response,
    state,
    context,
    // Of a response that has begun it is the one that was sent.
    statedStatus: state === 'open' ? statedStatus : undefined,
    route,
    content: failure.failed.content ?? (() => (request as { body?: unknown }).body),
    bytesSent: state === 'started' ? findBytesSent(response) : undefined,
  });
  try {
    writeReply(endConnection(reply, failure, responder), response, failure.snapshot);
    if (reply.action === 'send' && failure.snapshot.http2) releaseStream(failure.failed);
    responder.report(report, context);
  } catch (obstacle) {
    response.destroy();
    responder.report(truncated(report, obstacle), context);
  }
}

/** Ends the connection after a reply, if it has to end. */
function endConnection<Context>(
  reply: Reply,
  { failed, snapshot }: Failure<Context>,
  { unreadContent }: Responder<Context>,
): Reply {
  if (reply.action !== 'send' || snapshot.http2) return reply;
  const coming = isContentComing(failed, snapshot);
  // Node keeps a connection open for any other option, though the client has asked for its end.
  if (!coming && !failed.close) {
    return failed.response.shouldKeepAlive ? reply : closeAfter(reply);
  }
  lingerAfter(failed.response, unreadContent);
  return closeAfter(reply);
}

/** Something between us and the socket, such as a middleware that wraps `end`, threw. */
function truncated(report: Report, cause: unknown): Report {
  const notices = [...report.notices, { message: 'the reply could not be written', cause }];
  return { ...report, level: 'error', outcome: 'truncated', sentStatus: undefined, notices };
}
