import { type Report, readProperty } from '@faultless/core/adapter';
import { headline } from './headline.js';
import { leaveRecord, noteReported } from './pino-lines.js';
import { membersOf } from './pino-members.js';
import type { ReportRecord } from './record.js';
import { findRequest } from './request.js';
import type { Sink } from './sink.js';

export { type PinoHttpOptions, pinoHttpOptions } from './pino-http-options.js';

/** What is needed of a pino logger. */
export interface PinoLogger {
  error(members: object, message: string): void;
  warn(members: object, message: string): void;
  info(members: object, message: string): void;
}

/**
 * Logs each record at its level with pino 8 or later: with the request's own logger if pino-http has made one,
 * else with `logger`. With `pinoHttpOptions` the record is in the one line that pino-http writes.
 */
export function pinoSink(logger: PinoLogger): Sink {
  const sink = (record: ReportRecord, context: unknown): void => {
    const request = record.repeated === undefined ? findRequest(context).source : undefined;
    const log = (): void => {
      const own = request && [context, request].map((at) => readProperty(at, 'log')).find(isLogger);
      (own ?? logger)[record.level](membersOf(record), headline(record));
    };
    if (request === undefined || !leaveRecord(request, record, log)) log();
  };
  const takes = ({ error }: Pick<Report, 'error'>): boolean => {
    noteReported(error);
    return true;
  };
  return Object.assign(sink, { takes });
}

function isLogger(value: unknown): value is PinoLogger {
  return ['error', 'warn', 'info'].every(
    (level) => typeof readProperty(value, level) === 'function',
  );
}
