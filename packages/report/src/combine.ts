import { readProperty } from '@faultless/core/adapter';
import type { ReportRecord } from './record.js';
import { isTaken, type Sink } from './sink.js';

/**
 * Makes one sink of several, so that they share what wraps it, such as one limit:
 *
 *     reportTo([limitStorms(combine(pinoSink(logger), sentrySink(Sentry))), prometheusSink(client)])
 *
 * Each gets what it takes, also where others fail; what they fail with is thrown afterwards.
 *
 * @throws {TypeError} when a sink is no function
 */
export function combine(...sinks: readonly Sink[]): Sink {
  if (!sinks.every((sink: unknown) => typeof sink === 'function')) {
    throw new TypeError('combine: sinks must be functions');
  }
  const hand = async (record: ReportRecord, context: unknown): Promise<void> => {
    const taken = sinks.filter((sink) => isTaken(sink, record));
    const results = await Promise.allSettled(
      taken.map(
        (sink) =>
          new Promise((resolve) => {
            resolve(sink(record, context));
          }),
      ),
    );
    const failures = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    if (failures.length === 0) return;
    if (failures.length === 1) throw failures[0];
    const messages = failures.map((failure) => String(readProperty(failure, 'message')));
    throw new AggregateError(failures, `several sinks failed: ${messages.join('; ')}`);
  };
  return Object.assign(hand, {
    // Each is asked: some note what has been reported.
    takes: (report: Parameters<typeof isTaken>[1]) =>
      sinks.filter((sink) => isTaken(sink, report)).length > 0,
  });
}
