import { findTrace, type NoticeEntry, type Outcome, type Report } from '@faultless/core/adapter';
import { findDuration } from './durations.js';
import { findFingerprint } from './fingerprint.js';
import { copyError, type PlainError } from './plain-error.js';
import { type Budget, copyText, createBudget } from './plain-value.js';
import type { Redactor } from './redactor.js';
import { findRequest, findRequestId } from './request.js';

/**
 * What sinks get of one error: plain data, bounded, with secrets replaced. `JSON.stringify` always works on
 * it. There is no content of the request in it, no query and no user agent.
 */
export interface ReportRecord {
  /** As in `Report`. */
  readonly level: 'error' | 'warn' | 'info';
  /** Whether the server is not at fault: its level is not `error`. */
  readonly expected: boolean;
  /** The same for the same fault, whatever the values in its message and the lines of its stack. */
  readonly fingerprint: string;
  /** As in `Report`, as are all members that say nothing else. */
  readonly status: number;
  readonly sentStatus: number | undefined;
  readonly outcome: Outcome;
  readonly concealed: boolean;
  readonly instance: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly route: string | undefined;
  readonly code: string | undefined;
  readonly mapper: string | undefined;
  /** The vendor's status that was thrown, such as `nginx:499`. */
  readonly vendor: string | undefined;
  readonly bytesSent: number | undefined;
  /** From the moment when Node had read the request's head; over HTTP/2 only where Node tells when a stream begins, as 24 does. */
  readonly durationMs: number | undefined;
  readonly requestId: string | undefined;
  /** Of OpenTelemetry's active span, or else of the request's `traceparent`. */
  readonly traceId: string | undefined;
  readonly spanId: string | undefined;
  /** What was thrown, its causes inside. */
  readonly error: PlainError;
  readonly notices: readonly { readonly message: string; readonly cause?: PlainError }[];
  /** Of a summary that `limitStorms` makes: how many more there were, in how many seconds. */
  readonly repeated?: { readonly count: number; readonly seconds: number } | undefined;
}

/** Where what the report itself does not know is found. */
export interface Sources {
  readonly redactor: Redactor;
  readonly requestId: ((context: never) => unknown) | undefined;
}

/** Makes the record of a report. What costs time is done when it is read for the first time. */
export function createRecord(report: Report, context: unknown, sources: Sources): ReportRecord {
  const { redactor } = sources;
  const request = findRequest(context);
  const ids = findTrace(request.headers);
  const text = (place: string, value: unknown): string | undefined =>
    typeof value === 'string' ? redactor.textAt(place, value, MAX_NAME) : undefined;
  const budget = createBudget();
  const fingerprint = once(() => findFingerprint(report));
  const error = once(() => copyError(report.error, redactor, 'error', budget));
  // The error first, however it is asked for.
  const notices = once(() => {
    error();
    return copyNotices(report.notices, redactor, budget);
  });
  return {
    level: report.level,
    expected: report.level !== 'error',
    get fingerprint() {
      return fingerprint();
    },
    status: report.status,
    sentStatus: report.sentStatus,
    outcome: report.outcome,
    concealed: report.concealed,
    instance: text('instance', report.instance),
    method: redactor.textAt('method', report.method, MAX_NAME),
    path: redactor.textAt('path', report.path, MAX_PATH),
    route: text('route', report.route),
    code: text('code', report.code),
    mapper: report.mapper,
    vendor: text('vendor', report.vendor?.code),
    bytesSent: report.bytesSent,
    durationMs: findDuration(request.source),
    requestId: text('requestId', findRequestId(context, sources.requestId)),
    traceId: ids?.traceId,
    spanId: ids?.spanId,
    get error() {
      return error();
    },
    get notices() {
      return notices();
    },
  };
}

function copyNotices(
  notices: readonly NoticeEntry[],
  redactor: Redactor,
  budget: Budget,
): ReportRecord['notices'] {
  const copies: { message: string; cause?: PlainError }[] = [];
  for (const { message, cause } of notices) {
    if (copies.length >= MAX_NOTICES || budget.left <= 0) break;
    const place = `notices.${copies.length}`;
    copies.push({
      message: copyText({ redactor, budget }, `${place}.message`, [message, MAX_PATH]),
      ...(cause !== undefined && { cause: copyError(cause, redactor, `${place}.cause`, budget) }),
    });
  }
  const left = notices.length - copies.length;
  return left > 0 ? [...copies, { message: `… ${left} more` }] : copies;
}

/** Makes a value when it is asked for, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const MAX_NAME = 256;
const MAX_PATH = 2048;
const MAX_NOTICES = 16;
