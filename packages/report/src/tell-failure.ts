import { copyError } from './plain-error.js';
import type { ReportRecord } from './record.js';
import { createRedactor } from './redactor.js';
import { runSink, type Sink } from './sink.js';

const redactor = createRedactor();

/** Hands a record that a sink could not take to another, and says why. */
export function tellFailure(print: Sink, record: ReportRecord, failure: unknown): void {
  const notice = { message: 'a sink failed', cause: copyError(failure, redactor, 'cause') };
  const told = { ...record, level: 'error' as const, notices: [...record.notices, notice] };
  // Nobody is left to tell.
  runSink(print, [told, undefined], () => undefined);
}
