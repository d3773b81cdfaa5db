import type { ReportRecord } from './record.js';

/** One line that says what happened, for logs whose lines have a message. */
export function headline(record: ReportRecord): string {
  const { method, path, status, sentStatus, outcome, vendor, code, error, repeated } = record;
  const sent = sentStatus === undefined ? outcome : `sent ${sentStatus}`;
  const parts = [method, path, status, vendor ?? code ?? error.type, `(${sent})`];
  const line = parts.filter(Boolean).join(' ').replace(/\s+/g, ' ');
  return repeated === undefined ? line : `${line} ${describeRepetition(repeated)}`;
}

/** Says how often what is not told in full has happened. */
export function describeRepetition({ count, seconds }: Repetition): string {
  return `… ${count.toLocaleString('en')} more in ${seconds} s`;
}

type Repetition = NonNullable<ReportRecord['repeated']>;
