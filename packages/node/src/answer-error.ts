import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Report, Responder } from '@faultless/core';
import { responseState } from './response-state.js';
import { writeReply } from './write-reply.js';

/** A failed request, as a framework on node:http knows it. */
export interface FailedRequest<Context> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the framework calls the request; options and reporters get it. */
  readonly context: Context;
  /** The pattern of the route that failed. */
  readonly route?: string | undefined;
}

/** Answers one thrown value, writes the reply, and reports. Never throws. */
export function answerError<Context>(
  responder: Responder<Context>,
  thrown: unknown,
  { request, response, context, route }: FailedRequest<Context>,
): void {
  const state = responseState(response);
  const { reply, report } = responder.respond(thrown, { request, response, state, context, route });
  try {
    writeReply(reply, response);
    responder.report(report, context);
  } catch (failure) {
    response.destroy();
    responder.report(truncated(report, failure), context);
  }
}

/** Something between us and the socket, such as a middleware that wraps `end`, threw. */
function truncated(report: Report, cause: unknown): Report {
  const notices = [...report.notices, { message: 'the reply could not be written', cause }];
  return { ...report, level: 'error', outcome: 'truncated', sentStatus: undefined, notices };
}
