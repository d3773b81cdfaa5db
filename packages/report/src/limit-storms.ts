import { AsyncResource } from 'node:async_hooks';
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
  /** The first that was not handed over, all of it plain data: nothing of a request is kept. */
  sample: ReportRecord | undefined;
  readonly began: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Limits what a sink gets of one fault, by its fingerprint: the first ones in full, then one summary for each
 * interval, which is the first record that was held back with `repeated`, and without a request. What is
 * counted when the process exits is handed over then; a sink that needs more time than that loses it.
 *
 * @throws {TypeError} when the sink is no function, or an option is unknown or wrong
 */
export function limitStorms(sink: Sink, limits: StormLimits = {}): LimitedSink {
  if (typeof sink !== 'function') throw new TypeError('limitStorms: the sink must be a function');
  checkOptions('limitStorms', limits, RULES);
  const { first = 10, seconds = 60 } = limits;
  const levels: Storms = { error: new Map(), warn: new Map(), info: new Map() };

  const end = (storms: Map<string, Storm>, print: string): void => {
    const storm = storms.get(print);
    storms.delete(print);
    clearTimeout(storm?.timer);
    if (storm?.sample === undefined) return;
    const passed = Math.max(1, Math.round((performance.now() - storm.began) / 1000));
    const repeated = { count: storm.count - first, seconds: Math.min(passed, seconds) };
    const summary = { ...storm.sample, repeated };
    runSink(sink, [summary, undefined], (failure) => {
      tellFailure(consoleSink(), summary, failure);
    });
  };
  // Otherwise the timer would keep what belongs to the request that began the storm.
  const startTimer = AsyncResource.bind((storms: Map<string, Storm>, print: string) =>
    setTimeout(end, seconds * 1000, storms, print).unref(),
  );
  const begin = (storms: Map<string, Storm>, print: string): Storm => {
    const timer = startTimer(storms, print);
    const storm = { count: 0, sample: undefined, began: performance.now(), timer };
    storms.set(print, storm);
    return storm;
  };
  const flush = (): void => {
    for (const storms of Object.values(levels)) {
      for (const print of [...storms.keys()]) end(storms, print);
    }
  };
  flushAtExit(flush);

  const limited = (record: ReportRecord, context: unknown): unknown => {
    const storms = levels[record.level];
    const print = findPrint(record, storms);
    const storm = storms.get(print) ?? begin(storms, print);
    storm.count += 1;
    if (storm.count <= first) return sink(record, context);
    storm.sample ??= { ...record };
    return undefined;
  };
  return Object.assign(limited, { takes: sink.takes, flush });
}

/** Those under way, by their level: expected answers, which any client can bring about, hide no error. */
type Storms = Readonly<Record<ReportRecord['level'], Map<string, Storm>>>;

/** Beyond that many storms faults are told apart by status, code and route, and beyond twice as many not. */
const MAX_STORMS = 1000;

function findPrint(
  { fingerprint, status, code, route }: ReportRecord,
  storms: ReadonlyMap<string, Storm>,
): string {
  const prints = [fingerprint, `${status} ${code} ${route}`];
  const known = prints.findIndex((print, at) => {
    return storms.has(print) || storms.size < MAX_STORMS * (at + 1);
  });
  return prints[known] ?? 'others';
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
