import { findTrace, type NoticeEntry, type Outcome, type Report } from '@faultless/core/adapter';
import { findDuration } from './durations.js';
import { findFingerprint } from './fingerprint.js';
import { copyError, type PlainError } from './plain-error.js';
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
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : redactor.text(value, MAX_NAME);
  const fingerprint = once(() => findFingerprint(report));
  const error = once(() => copyError(report.error, redactor, 'error'));
  const notices = once(() => copyNotices(report.notices, redactor));
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
    instance: text(report.instance),
    method: redactor.text(report.method, MAX_NAME),
    path: redactor.text(report.path, MAX_PATH),
    route: text(report.route),
    code: text(report.code),
    mapper: report.mapper,
    vendor: report.vendor?.code,
    bytesSent: report.bytesSent,
    durationMs: findDuration(request.source),
    requestId: text(findRequestId(context, sources.requestId)),
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

function copyNotices(notices: readonly NoticeEntry[], redactor: Redactor): ReportRecord['notices'] {
  return notices.slice(0, MAX_NOTICES).map(({ message, cause }) => ({
    message: redactor.text(message, MAX_PATH),
    ...(cause !== undefined && { cause: copyError(cause, redactor, 'cause') }),
  }));
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
