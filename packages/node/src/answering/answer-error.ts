import type { ServerResponse } from 'node:http';
import {
  type Answer,
  minimalReply,
  type Reply,
  type Report,
  type Responder,
} from '@faultless/core/adapter';
import { breakOff, letGo } from './break-off.js';
import { findBytesSent } from './exchanges.js';
import type { FailedRequest } from './failed-request.js';
import { findLateText } from './late-text.js';
import { endsWithin, readToEnd } from './read-to-end.js';
import { renderLate } from './render-late.js';
import { type RequestSnapshot, snapshotRequest } from './request-snapshot.js';
import { responseState, sentFields } from './response-state.js';
import { asServedFileError } from './served-files.js';
import { isContentComing, lingerAfter, releaseStream } from './unread-upload.js';
import { closeAfter, writeReply } from './write-reply.js';

/**
 * Answers one thrown value, writes the reply, and reports. If content of the request is still on its
 * way, the connection ends with the answer, gently; content that came in the packet that began the
 * request is not, which shows when that packet has been read. Never throws.
 *
 * @returns what the reporter was told, when the answer has been written: at once, in the next turn, or when
 *   a view has rendered it
 */
export function answerError<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failed: FailedRequest<Context>,
): Promise<Report> {
  const failure = { failed, snapshot: snapshotRequest(failed) };
  const { hasContent } = failure.snapshot;
  const isOpen = responseState(failed.response, thrown) === 'open';
  const error = isOpen ? asServedFileError(thrown, failed) : thrown;
  if (isOpen && !failed.close && hasContent && isContentComing(failed, failure.snapshot)) {
    return new Promise(setImmediate).then(() => answer(responder, error, failure));
  }
  return Promise.resolve(answer(responder, error, failure));
}

/** A failed request, and what it was like when it failed. */
interface Failure<Context> {
  readonly failed: FailedRequest<Context>;
  readonly snapshot: RequestSnapshot;
}

function answer<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  failure: Failure<Context>,
): Report | Promise<Report> {
  const earlier = WAITING.get(failure.failed.response);
  if (earlier !== undefined) return earlier.then(() => answer(responder, thrown, failure));
  const { request, response, context, route, statedStatus, unseen } = failure.failed;
  const state = responseState(response, thrown);
  if (state === 'started' || state === 'sealed') letGo(response);
  const made = responder.respond(thrown, {
    request: failure.snapshot,
    response: state === 'started' ? sentFields(response) : response,
    state,
    context,
    // Of a response that has begun it is the one that was sent.
    statedStatus: state === 'open' ? statedStatus : undefined,
    route,
    content: failure.failed.content ?? (() => (request as { body?: unknown }).body),
    bytesSent: state === 'open' ? undefined : findBytesSent(response),
  });
  const late = unseen ? undefined : findLateText(failure.snapshot, made.reply);
  if (late === undefined || made.reply.action !== 'send') return finish(made, responder, failure);
  const waiting = { request, response, context, reply: made.reply, report: made.report };
  const rendering = renderLate(late, waiting).then(({ afterwards, ...rendered }) => {
    WAITING.delete(response);
    // Meanwhile the client may have left, or the application destroyed it.
    if (responseState(response) !== 'open') return answer(responder, thrown, failure);
    const report = finish(rendered, responder, failure);
    afterwards?.();
    return report;
  });
  WAITING.set(response, rendering);
  return rendering;
}

/** Responses whose answer waits for its text; what fails besides comes too late. */
const WAITING = new WeakMap<ServerResponse, Promise<Report>>();

function finish<Context>(
  { reply, report }: Answer,
  responder: Responder<Context>,
  failure: Failure<Context>,
): Report {
  const { response, context } = failure.failed;
  const obstacle = carryOut(reply, failure, responder);
  // Before `finish` is emitted, and after the answer, by whose time a concealed fault could be told.
  if (report.level === 'error') tellLoggers(response, report.error);
  const told = obstacle === undefined ? report : obstructed(report, obstacle, responder, failure);
  responder.report(told, context);
  return told;
}

/** Leaves what a 5xx came from where loggers look for it. */
function tellLoggers(response: ServerResponse, thrown: unknown): void {
  try {
    Object.assign(response, { err: thrown });
  } catch {
    // Somebody else has taken that name for a field that can't be set.
  }
}

/** What stands between us and the socket, such as a middleware that wraps `end`, and threw. */
interface Obstacle {
  readonly cause: unknown;
  readonly reply: Reply;
}

function carryOut<Context>(
  reply: Reply,
  failure: Failure<Context>,
  responder: Responder<Context>,
): Obstacle | undefined {
  const { failed, snapshot } = failure;
  try {
    writeReply(endConnection(reply, failure, responder), failed.response, snapshot);
    if (reply.action === 'send' && snapshot.http2) releaseStream(failed);
    return undefined;
  } catch (cause) {
    return { cause, reply };
  }
}

/** What middleware puts functions of its own before, to change or to delay what is sent. */
const WRAPPED = ['writeHead', 'setHeader', 'removeHeader', 'write', 'end', 'destroy'] as const;

/** Tries once more with the least that can be said, past whatever wraps the response. */
function obstructed<Context>(
  report: Report,
  { cause, reply }: Obstacle,
  responder: Responder<Context>,
  failure: Failure<Context>,
): Report {
  const { response } = failure.failed;
  const notices = [...report.notices, { message: 'the reply could not be written', cause }];
  const told: Report = { ...report, level: 'error', instance: undefined, notices };
  for (const name of WRAPPED) Reflect.deleteProperty(response, name);
  if (responseState(response) === 'open') {
    const last = minimalReply({ request: failure.snapshot, response });
    const set = reply.action === 'send' ? reply.headers.map(([name]) => name) : [];
    const removed = [...last.removed, ...set];
    if (carryOut({ ...last, removed }, failure, responder) === undefined) {
      return { ...told, outcome: 'sent', sentStatus: last.status };
    }
  }
  breakOff(response);
  return { ...told, outcome: 'truncated', sentStatus: undefined };
}

/** Ends the connection after a reply, if it has to end. */
function endConnection<Context>(
  reply: Reply,
  { failed, snapshot }: Failure<Context>,
  responder: Responder<Context>,
): Reply {
  if (reply.action !== 'send' || snapshot.http2) return reply;
  const coming = snapshot.hasContent && isContentComing(failed, snapshot);
  // Node keeps a connection open for any other option, though the client has asked for its end.
  if (!coming && !failed.close && !reply.closes) {
    return !failed.response.shouldKeepAlive ? closeAfter(reply) : reply;
  }
  const { unreadContent } = responder;
  const mayStay = !failed.close && !reply.closes && responder.isBehindProxy(snapshot);
  if (mayStay && endsWithin(failed, snapshot, unreadContent)) {
    readToEnd(failed, unreadContent);
    return reply;
  }
  lingerAfter(failed.response, unreadContent);
  return closeAfter(reply);
}
