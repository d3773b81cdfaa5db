import { consoleReporter } from './console-reporter.js';
import type { Report, Reporter } from './report.js';

/** Hands a report over. A reporter that throws or rejects is itself reported, on the console. */
export function deliverReport<Context>(
  reporter: Reporter<Context>,
  report: Report,
  context: Context,
): void {
  try {
    const pending = reporter(report, context);
    if (isThenable(pending)) {
      Promise.resolve(pending).catch((failure: unknown) => {
        reportFailure(report, failure);
      });
    }
  } catch (failure) {
    reportFailure(report, failure);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
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
    console.error(`${method} ${status} ${instance}: the error could not be printed`);
  } catch {
    // A console that throws leaves nobody to tell.
  }
}
