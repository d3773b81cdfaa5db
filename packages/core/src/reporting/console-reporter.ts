import { printError } from './print-error.js';
import { printLine } from './print-value.js';
import type { NoticeEntry, Report } from './report.js';
import { type BoundSecrets, boundSecrets, KNOWN_SECRETS, type Secrets } from './secrets.js';

/** What stands before every line but a report's first. */
const MARGIN = '  ';

/**
 * The default reporter: the server's faults go to `console.error` with their stack, answers that
 * needed a repair to `console.warn`, expected answers nowhere. Every line but a report's first is
 * indented, and control characters are written as escapes, whoever the text comes from. What is known as a
 * secret by its form, or by the name of its member, is replaced.
 */
export function consoleReporter(report: Report): void {
  printReport(report, KNOWN_SECRETS);
}

/** Prints a report as {@link consoleReporter} does, with other secrets or none. */
export function printReport(report: Report, known: Secrets): void {
  if (report.level === 'info') return;
  const secrets = boundSecrets(known);
  const { method, path, status, sentStatus, outcome, instance, notices, error } = report;
  const { vendor, code, mapper } = report;
  const name = vendor?.code ?? code;
  const sent = sentStatus === undefined ? outcome : `sent ${sentStatus}`;
  const parts = [method, path, status, name, mapper && `by ${mapper}`, `(${sent})`, instance];
  const head = oneLine(parts.filter(Boolean).join(' '), secrets);
  // The error has its room before what was noticed.
  const lines = report.level === 'warn' ? [] : printError(error, MARGIN, secrets);
  const noticed = notices.flatMap((notice) => printNotice(notice, secrets));
  console[report.level]([head, ...noticed, ...lines].join('\n'));
}

/** Longer lines hold a client's text. */
const MAX_LINE = 2048;

function oneLine(text: string, secrets: BoundSecrets): string {
  return printLine(secrets.strip(text, MAX_LINE));
}

function printNotice({ message, cause }: NoticeEntry, secrets: BoundSecrets): readonly string[] {
  if (!secrets.hasRoom()) return [];
  const line = `${MARGIN}${oneLine(message, secrets)}`;
  if (cause === undefined) return [line];
  return [`${line}:`, ...printError(cause, MARGIN.repeat(2), secrets)];
}
