import type { ReportRecord } from './record.js';

/** What is needed of the response of a request that pino-http logs. */
export interface LoggedResponse {
  readonly closed?: boolean;
  once(event: 'close', listener: () => void): unknown;
}

/** The line that pino-http is to write of a request, and what is to be in it. */
interface Line {
  readonly response: LoggedResponse;
  record: ReportRecord | undefined;
  isWritten: boolean;
}

const lines = new WeakMap<object, Line>();

/** Errors that have been reported, if only to be counted by `limitStorms`. */
const reported = new WeakSet();

export function noteReported(error: unknown): void {
  if (typeof error === 'object' && error !== null) reported.add(error);
}

/** Whether an error is one that sinks have heard of. */
export function isReported(error: unknown): boolean {
  return typeof error === 'object' && error !== null && reported.has(error);
}

/** A line is expected for a request. */
export function expectLine(request: object, response: LoggedResponse): void {
  if (!lines.has(request)) lines.set(request, { response, record: undefined, isWritten: false });
}

/** What is in the line of a request; from now on it counts as written. */
export function takeRecord(request: object): ReportRecord | undefined {
  const line = lines.get(request);
  if (line !== undefined) line.isWritten = true;
  return line?.record;
}

export function peekRecord(request: object): ReportRecord | undefined {
  return lines.get(request)?.record;
}

/**
 * Leaves a record for the line of its request, and calls `log` if none comes, as without `autoLogging`.
 *
 * @returns false where there is no line, or it has been written, or has a record already
 */
export function leaveRecord(request: object, record: ReportRecord, log: () => void): boolean {
  const line = lines.get(request);
  if (line === undefined || line.isWritten || line.record !== undefined) return false;
  if (line.response.closed === true) return false;
  line.record = record;
  line.response.once('close', () => {
    if (!line.isWritten) log();
  });
  return true;
}
