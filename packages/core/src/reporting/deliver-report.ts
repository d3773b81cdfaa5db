import { catchRejection } from '../values/catch-rejection.js';
import { printLine } from './print-value.js';
import type { Report, Reporter } from './report.js';

/** Who gets reports, and who gets them if that fails. */
export interface Reporters<Context> {
  readonly report: Reporter<Context>;
  readonly fallback: Reporter<unknown>;
}

/** Hands a report over. A reporter that throws or rejects is itself reported, to the fallback. */
export function deliverReport<Context>(
  report: Report,
  context: Context,
  reporters: Reporters<Context>,
): void {
  const fail = (failure: unknown): void => {
    const notices = [...report.notices, { message: 'the reporter failed', cause: failure }];
    handOver({ ...report, level: 'error', notices }, context, {
      report: reporters.fallback,
      fail: () => {
        printBare(report);
      },
    });
  };
  handOver(report, context, { report: reporters.report, fail });
}

function handOver<Context>(
  report: Report,
  context: Context,
  to: { readonly report: Reporter<Context>; readonly fail: (failure: unknown) => void },
): void {
  try {
    catchRejection(to.report(report, context), to.fail);
  } catch (failure) {
    to.fail(failure);
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
