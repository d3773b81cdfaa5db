import { checkOptions, type OptionRule } from '@faultless/core/adapter';
import { consoleSink } from './console-sink.js';
import type { ReportRecord } from './record.js';
import { runSink, type Sink } from './sink.js';
import { tellFailure } from './tell-failure.js';

export interface StormLimits {
  /** How many of one fault a sink gets in full in each interval. @default 10 */
  readonly first?: number | undefined;
  /** How long an interval is, in seconds; it begins with the first of a fault. @default 60 */
  readonly seconds?: number | undefined;
}

/** A sink that gets the first records of a fault, and then how many more there were. */
export interface LimitedSink extends Sink {
  /** Hands over what has been counted, at once: for an end without `exit`, as by a signal. */
  readonly flush: () => void;
}

/** One fault in its interval. */
interface Storm {
  count: number;
  last: readonly [record: ReportRecord, context: unknown];
  readonly began: number;
  readonly timer: NodeJS.Timeout;
}

/** Beyond that, faults are counted together. */
const MAX_FAULTS = 1000;
const OTHERS = 'others';

/**
 * Limits what a sink gets of one fault, by its fingerprint: the first ones in full, then one summary for each
 * interval, which is the last record with `repeated`. What is counted when the process exits is handed over
 * then; a sink that needs more time than that loses it.
 *
 * @throws {TypeError} when the sink is no function, or an option is unknown or wrong
 */
export function limitStorms(sink: Sink, limits: StormLimits = {}): LimitedSink {
  if (typeof sink !== 'function') throw new TypeError('limitStorms: the sink must be a function');
  checkOptions('limitStorms', limits, RULES);
  const { first = 10, seconds = 60 } = limits;
  const storms = new Map<string, Storm>();

  const end = (print: string): void => {
    const storm = storms.get(print);
    if (storm === undefined) return;
    storms.delete(print);
    clearTimeout(storm.timer);
    const count = storm.count - first;
    if (count <= 0) return;
    const [record, context] = storm.last;
    const passed = Math.max(1, Math.round((performance.now() - storm.began) / 1000));
    const summary = { ...record, repeated: { count, seconds: Math.min(passed, seconds) } };
    runSink(sink, [summary, context], (failure) => {
      tellFailure(consoleSink(), summary, failure);
    });
  };
  const begin = (print: string, last: Storm['last']): Storm => {
    const timer = setTimeout(end, seconds * 1000, print).unref();
    const storm = { count: 0, last, began: performance.now(), timer };
    storms.set(print, storm);
    return storm;
  };
  const flush = (): void => {
    for (const print of [...storms.keys()]) end(print);
  };
  flushAtExit(flush);

  const limited = (record: ReportRecord, context: unknown): unknown => {
    const { fingerprint } = record;
    const print = storms.has(fingerprint) || storms.size < MAX_FAULTS ? fingerprint : OTHERS;
    const storm = storms.get(print) ?? begin(print, [record, context]);
    storm.count += 1;
    if (storm.count <= first) return sink(record, context);
    storm.last = [record, context];
    return undefined;
  };
  return Object.assign(limited, { takes: sink.takes, flush });
}

const flushes: (() => void)[] = [];

/** One listener for all: Node warns of more than ten. */
function flushAtExit(flush: () => void): void {
  if (flushes.length === 0) {
    process.on('exit', () => {
      for (const each of flushes) each();
    });
  }
  flushes.push(flush);
}

const RULES: Readonly<Record<keyof StormLimits, OptionRule>> = {
  first: {
    allowed: 'a whole number above 0',
    accepts: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  },
  seconds: {
    allowed: 'a number of seconds from 0.001 to 86400',
    accepts: (value) => typeof value === 'number' && value >= 0.001 && value <= 86_400,
  },
};
