import { catchRejection } from '../values/catch-rejection.js';
import { printLine } from './print-value.js';
import type { Report, Reporter } from './report.js';

/** Who gets reports, and who gets them if that fails. */
export interface Reporters<Context> {
  readonly report: Reporter<Context>;
  readonly fallback: Reporter<unknown>;
}

/**
 * Makes what hands reports over, and never throws. A reporter that throws or rejects is itself reported, to
 * the fallback.
 */
export function createDelivery<Context>({
  report: tell,
  fallback,
}: Reporters<Context>): (report: Report, context: Context) => void {
  return (report, context) => {
    try {
      const returned = tell(report, context);
      if (typeof returned === 'object') {
        catchRejection(returned, (failure) => {
          reportFailure(failure, report, { context, fallback });
        });
      }
    } catch (failure) {
      reportFailure(failure, report, { context, fallback });
    }
  };
}

function reportFailure<Context>(
  failure: unknown,
  report: Report,
  { context, fallback }: Pick<Reporters<Context>, 'fallback'> & { readonly context: Context },
): void {
  const notices = [...report.notices, { message: 'the reporter failed', cause: failure }];
  try {
    catchRejection(fallback({ ...report, level: 'error', notices }, context), () => {
      printBare(report);
    });
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
