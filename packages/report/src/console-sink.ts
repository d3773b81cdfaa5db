import { NO_SECRETS, printReport } from '@faultless/core/adapter';
import { describeRepetition } from './headline.js';
import type { PlainError } from './plain-error.js';
import type { ReportRecord } from './record.js';
import type { Sink } from './sink.js';

/**
 * Prints what `consoleReporter` prints, without secrets: the server's faults with their stack to
 * `console.error`, answers that needed a repair to `console.warn`, expected answers nowhere.
 */
export function consoleSink(): Sink {
  return Object.assign(
    (record: ReportRecord): void => {
      const { error, notices, vendor, repeated, ...told } = record;
      const name = vendor === undefined ? told.code : vendor;
      const more = repeated && [{ message: describeRepetition(repeated) }];
      const report = {
        ...told,
        code: name,
        error: asError(repeated ? { type: error.type, message: error.message } : error),
        causes: [],
        notices: [
          ...notices.map(({ message, cause }) => ({ message, cause: cause && asError(cause) })),
          ...(more ?? []),
        ],
      };
      printReport(report, NO_SECRETS);
    },
    { takes: ({ level }: { readonly level: string }) => level !== 'info' },
  );
}

/** An error in the form in which the reporter knows one. */
function asError({ type, message, stack, code, fields, cause, errors }: PlainError): object {
  return {
    ...fields,
    name: type,
    message,
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause: asError(cause) }),
    ...(errors !== undefined && { errors: errors.map(asError) }),
  };
}
