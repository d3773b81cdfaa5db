import type { Report } from './report.js';

/**
 * The default reporter: the server's faults go to `console.error` with their stack, answers that
 * needed a repair to `console.warn`, expected answers nowhere.
 */
export function consoleReporter(report: Report): void {
  if (report.level === 'info') return;
  const { method, route, status, sentStatus, outcome, instance, notices, error } = report;
  const { vendor, code, mapper } = report;
  const known = vendor?.code ?? code;
  const sent = sentStatus === undefined ? outcome : `sent ${sentStatus}`;
  const parts = [method, route, status, known, mapper && `by ${mapper}`, `(${sent})`, instance];
  const head = oneLine(parts.filter(Boolean).join(' '));
  const notes = notices.flatMap(({ message, cause }) =>
    cause === undefined ? [`\n  ${message}`] : [`\n  ${message}:`, cause],
  );
  if (report.level === 'warn') console.warn(head, ...notes);
  else console.error(head, ...notes, error);
}

/** A console takes its first argument for a format, in which `%` has a meaning. */
function oneLine(text: string): string {
  return text.replace(SPACE, ' ').replaceAll('%', '%%');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these begin lines of their own, or worse
const SPACE = /[\s\u0000-\u001f\u007f-\u009f]+/g;
