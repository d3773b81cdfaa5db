import { printError } from './print-error.js';
import { cutText, printLine } from './print-value.js';
import type { NoticeEntry, Report } from './report.js';

/** What stands before every line but a report's first. */
const MARGIN = '  ';

/**
 * The default reporter: the server's faults go to `console.error` with their stack, answers that
 * needed a repair to `console.warn`, expected answers nowhere. Every line but a report's first is
 * indented, and control characters are written as escapes, whoever the text comes from.
 */
export function consoleReporter(report: Report): void {
  if (report.level === 'info') return;
  const { method, path, status, sentStatus, outcome, instance, notices, error } = report;
  const { vendor, code, mapper } = report;
  const known = vendor?.code ?? code;
  const sent = sentStatus === undefined ? outcome : `sent ${sentStatus}`;
  const parts = [method, path, status, known, mapper && `by ${mapper}`, `(${sent})`, instance];
  const lines = [oneLine(parts.filter(Boolean).join(' ')), ...notices.flatMap(printNotice)];
  if (report.level === 'warn') console.warn(lines.join('\n'));
  else console.error([...lines, ...printError(error, MARGIN)].join('\n'));
}

/** Longer lines hold a client's text. */
const MAX_LINE = 2048;

function oneLine(text: string): string {
  return printLine(cutText(text, MAX_LINE));
}

function printNotice({ message, cause }: NoticeEntry): readonly string[] {
  const line = `${MARGIN}${oneLine(message)}`;
  return cause === undefined ? [line] : [`${line}:`, ...printError(cause, MARGIN.repeat(2))];
}
