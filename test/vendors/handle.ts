import type { ResponseState, SentReply } from '@faultless/core/adapter';
import type { ErrorHandlerOptions, Report, RequestFacts } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';

/** What becomes of an error, as the pipeline hands it to an adapter. */
export interface Handled {
  readonly action: string;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly report: Report;
}

/**
 * Runs the pipeline on an error.
 *
 * @param request its header fields, and how far the response had come
 */
export function handle(
  error: unknown,
  options: ErrorHandlerOptions<RequestFacts> = {},
  { state = 'open', ...headers }: { state?: ResponseState; [field: string]: string } = {},
): Handled {
  const request = { method: 'GET', headers };
  const response = { getHeader: () => undefined, getHeaderNames: () => [] };
  const { reply, report } = createNodeResponder(options).respond(error, {
    request,
    response,
    state,
    context: request,
  });
  const sent: Partial<SentReply> = reply.action === 'send' ? reply : {};
  return {
    action: reply.action,
    status: sent.status,
    reason: sent.reason,
    headers: Object.fromEntries(sent.headers ?? []),
    body: sent.body ?? '',
    report,
  };
}

/** The problem document that is sent. */
export function problemOf({ body }: Handled): Record<string, unknown> {
  return JSON.parse(body) as Record<string, unknown>;
}
