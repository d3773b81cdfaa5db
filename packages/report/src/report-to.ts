import { checkOptions, type OptionRule, type Report, type Reporter } from '@faultless/core/adapter';
import { channelSink } from './channel-sink.js';
import { consoleSink } from './console-sink.js';
import { watchDurations } from './durations.js';
import { limitStorms } from './limit-storms.js';
import { createRecord, type ReportRecord } from './record.js';
import { createRedactor, type Redaction } from './redactor.js';
import { isTaken, runSink, type Sink } from './sink.js';
import { strayReport } from './stray-report.js';
import { tellFailure } from './tell-failure.js';

export interface ReportToOptions<Context> {
  /** What is replaced beside secrets, and what is not. @default none */
  readonly redact?: Redaction | undefined;
  /**
   * Finds what the application calls the request.
   * @default `ctx.state.requestId`, or `req.id`
   */
  readonly requestId?: ((context: Context) => unknown) | undefined;
}

/** The reporter of an error handler that hands each report to sinks. */
export interface SinkReporter<Context> extends Reporter<Context> {
  /** Hands over an error that belongs to no request, such as one of `uncaughtException`. */
  readonly stray: (error: unknown) => void;
}

/**
 * Makes the reporter of an error handler: each report becomes one record, redacted and bounded, which all
 * sinks get, and whoever listens to the channel `faultless:report` of `node:diagnostics_channel`. A sink that
 * fails harms nobody: the console is told, with the record.
 *
 *     app.use(errorHandler({ report: reportTo([pinoSink(logger), sentrySink(Sentry)]) }));
 *
 * @param sinks where records go, in that order
 * @throws {TypeError} when a sink is no function, or an option is unknown or wrong
 */
export function reportTo<Context = unknown>(
  sinks: readonly Sink[],
  options: ReportToOptions<Context> = {},
): SinkReporter<Context> {
  const given: unknown = sinks;
  if (!Array.isArray(given) || !given.every((sink) => typeof sink === 'function')) {
    throw new TypeError('reportTo: sinks must be a list of functions');
  }
  checkOptions('reportTo', options, RULES);
  const redactor = createRedactor(options.redact);
  const sources = { redactor, requestId: options.requestId };
  const all: readonly Sink[] = [...sinks, channelSink()];
  const print = limitStorms(consoleSink());
  watchDurations();
  const hand = (report: Report, context: unknown): void => {
    let record: ReportRecord | undefined;
    for (const sink of all) {
      if (!isTaken(sink, report)) continue;
      record ??= createRecord(report, context, sources);
      const made = record;
      runSink(sink, [made, context], (failure) => {
        tellFailure(print, made, failure);
      });
    }
  };
  return Object.assign(hand, {
    stray: (error: unknown) => {
      hand(strayReport(error), undefined);
    },
  });
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const RULES: Readonly<Record<keyof ReportToOptions<unknown>, OptionRule>> = {
  redact: { allowed: 'an object with lists of texts, paths and allow', accepts: isRedaction },
  requestId: { allowed: 'a function', accepts: isFunction },
};

function isRedaction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([name, paths]) =>
      (name === 'paths' || name === 'allow') &&
      (paths === undefined || (Array.isArray(paths) && paths.every(isPath))),
  );
}

function isPath(path: unknown): boolean {
  return typeof path === 'string' && /^[^.]+(?:\.[^.]+)*$/.test(path);
}
