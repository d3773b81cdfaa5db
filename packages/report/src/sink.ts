import type { Report } from '@faultless/core/adapter';
import type { ReportRecord } from './record.js';

/** What a sink may decide by whether it takes a report. */
type Offered = Pick<Report, 'level' | 'outcome' | 'status' | 'error'>;

/**
 * Takes records to where somebody sees them. What it throws or rejects with changes nothing for the client,
 * nor for other sinks, and nobody waits for its promise.
 */
export interface Sink {
  (record: ReportRecord, context: unknown): unknown;
  /**
   * Says beforehand whether it takes a report: for one that no sink takes, no record is made. One that was
   * combined with others is asked once more, with the record.
   */
  readonly takes?: ((report: Offered) => boolean) | undefined;
}

/** A sink that can't say whether it takes a report fails when it gets it. */
export function isTaken({ takes }: Sink, report: Offered): boolean {
  try {
    return takes?.(report) ?? true;
  } catch {
    return true;
  }
}

/** Hands a record to a sink, and says if that fails. */
export function runSink(
  sink: Sink,
  [record, context]: readonly [record: ReportRecord, context: unknown],
  fail: (failure: unknown) => void,
): void {
  try {
    const returned = sink(record, context);
    if (typeof returned === 'object' && returned !== null && 'then' in returned) {
      Promise.resolve(returned).catch(fail);
    }
  } catch (failure) {
    fail(failure);
  }
}
