import { headline } from './headline.js';
import type { Sink } from './sink.js';

/** What is needed of a winston logger. */
export interface WinstonLogger {
  log(entry: { level: string; message: string; [member: string]: unknown }): unknown;
}

/** Logs each record at its level with winston 3; its members are those of the entry. */
export function winstonSink(logger: WinstonLogger): Sink {
  return (record) => {
    logger.log({ ...record, message: headline(record) });
  };
}
