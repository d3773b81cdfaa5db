import { catchRejection } from '../values/catch-rejection.js';
import { consoleReporter } from './console-reporter.js';
import { printLine } from './print-value.js';
import type { Report, Reporter } from './report.js';

/** Hands a report over. A reporter that throws or rejects is itself reported, on the console. */
export function deliverReport<Context>(
  reporter: Reporter<Context>,
  report: Report,
  context: Context,
): void {
  try {
    catchRejection(reporter(report, context), (failure) => {
      reportFailure(report, failure);
    });
  } catch (failure) {
    reportFailure(report, failure);
  }
}

function reportFailure(report: Report, failure: unknown): void {
  const notices = [...report.notices, { message: 'the reporter failed', cause: failure }];
  try {
    consoleReporter({ ...report, level: 'error', notices });
  } catch {
    printBare(report);
  }
}

/** An error that can't even be printed still leaves a line. */
function printBare({ method, status, instance }: Report): void {
  try {
    const head = printLine(`${method} ${status} ${instance}`);
    console.error(`${head}: the error could not be printed`);
  } catch {
    // A console that throws leaves nobody to tell.
  }
}
