import { consoleSink } from './console-sink.js';
import { limitStorms } from './limit-storms.js';
import type { ReportRecord } from './record.js';
import { isTaken, runSink, type Sink } from './sink.js';
import { tellFailure } from './tell-failure.js';

/**
 * Makes one sink of several, so that they share what wraps it, such as one limit:
 *
 *     reportTo([limitStorms(combine(pinoSink(logger), sentrySink(Sentry))), prometheusSink(client)])
 *
 * Each gets what it takes, also where others fail or hang; what one could not take is printed to the console, as by
 * `reportTo`.
 *
 * @throws {TypeError} when a sink is no function
 */
export function combine(...sinks: readonly Sink[]): Sink {
  if (!sinks.every((sink: unknown) => typeof sink === 'function')) {
    throw new TypeError('combine: sinks must be functions');
  }
  const print = limitStorms(consoleSink());
  const hand = (record: ReportRecord, context: unknown): void => {
    for (const sink of sinks) {
      if (!isTaken(sink, record)) continue;
      runSink(sink, [record, context], (failure) => {
        tellFailure(print, record, failure);
      });
    }
  };
  return Object.assign(hand, {
    // Each is asked: some note what has been reported.
    takes: (report: Parameters<typeof isTaken>[1]) =>
      sinks.filter((sink) => isTaken(sink, report)).length > 0,
  });
}
