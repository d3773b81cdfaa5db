import { checkAnswer, type Omissions } from './check-answers.js';
import type { Contender } from './contenders/contender.js';
import { load, type Pressure } from './load.js';
import type { Load } from './load-head.js';
import { loadHttp2 } from './load-http2.js';
import { type RunningContender, startContender } from './running-contender.js';
import type { Scenario } from './scenarios.js';

/** One round of load on one contender. */
interface Round {
  /** Requests a second. */
  readonly rate: number;
  /** CPU time of the server for each request, in microseconds. */
  readonly cost: number;
}

/** How one contender did in one scenario. */
export interface Result {
  readonly group: Contender['group'];
  readonly contender: string;
  readonly scenario: string;
  /** Each of its rounds, to a tenth. */
  readonly rounds: { readonly rate: readonly number[]; readonly cost: readonly number[] };
  /** The medians of its rounds. */
  readonly median: Round;
  /** Its medians against the floor's (for a success: no handler's); undefined where there is no floor. */
  readonly ratio: Round | undefined;
  /** How much processor time it takes for what Faultless takes 1; undefined where Faultless took no part. */
  readonly ofFaultless: Estimate | undefined;
  readonly omissions: readonly string[];
}

/** A mean of rounds in pairs, and the standard error of that. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

/** How many rounds to measure, and how. */
export interface Effort extends Pressure {
  readonly rounds: number;
}

/**
 * Measures contenders of one group in one scenario, in turns, so that what the machine does besides
 * strikes all alike. One that does not give the scenario's status is left out.
 */
export async function measure(
  contenders: readonly Contender[],
  scenario: Scenario,
  effort: Effort,
): Promise<Result[]> {
  const running = await Promise.all(contenders.map(startContender));
  const answers = new Map<RunningContender, Omissions>();
  for (const one of running) answers.set(one, await checkAnswer(one, scenario));
  const taking = running.filter((one) => answers.get(one) !== undefined);
  const measured = new Map<RunningContender, Round[]>(taking.map((one) => [one, []]));
  for (const one of taking) await loadOn(one, scenario, { ...effort, seconds: 1 });
  for (let round = 0; round < effort.rounds; round += 1) {
    // Whoever goes first goes last in the next round.
    for (const one of round % 2 === 0 ? taking : [...taking].reverse()) {
      measured.get(one)?.push(await takeRound(one, scenario, effort));
    }
  }
  await Promise.all(running.map((one) => one.stop()));
  const base = taking.find(({ contender }) =>
    scenario.status < 400 ? contender.bare : contender.floor,
  );
  const floor = base && medianOf(measured.get(base) ?? []);
  const faultless = taking.find(({ contender }) => contender.name === 'Faultless');
  return taking.map((one) => {
    const own = measured.get(one) ?? [];
    const median = medianOf(own);
    return {
      group: one.contender.group,
      contender: one.contender.name,
      scenario: scenario.name,
      rounds: {
        rate: own.map(({ rate }) => toTenth(rate)),
        cost: own.map(({ cost }) => toTenth(cost)),
      },
      median,
      ratio: floor && compare(median, floor),
      ofFaultless: faultless && comparePairs(own, measured.get(faultless) ?? []),
      omissions: answers.get(one) ?? [],
    };
  });
}

async function takeRound(
  contender: RunningContender,
  scenario: Scenario,
  effort: Effort,
): Promise<Round> {
  const before = await contender.usage();
  const { requests, rate } = await loadOn(contender, scenario, effort);
  return { rate, cost: ((await contender.usage()) - before) / requests };
}

function loadOn(
  { port, contender }: RunningContender,
  scenario: Scenario,
  pressure: Pressure,
): Promise<Load> {
  return contender.group === 'http2'
    ? loadHttp2(port, scenario, pressure)
    : load(port, scenario, pressure);
}

function compare(round: Round, other: Round): Round {
  return { rate: round.rate / other.rate, cost: round.cost / other.cost };
}

/** The geometric mean of what rounds that stood beside each other cost, so that 2 and 1/2 come to 1. */
function comparePairs(rounds: readonly Round[], others: readonly Round[]): Estimate {
  const logs = rounds.map(({ cost }, at) => Math.log(cost / (others[at]?.cost ?? Number.NaN)));
  const mean = sum(logs) / logs.length;
  const variance = sum(logs.map((log) => (log - mean) ** 2)) / (logs.length - 1);
  const ratio = Math.exp(mean);
  return { mean: ratio, error: ratio * Math.sqrt(variance / logs.length) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function toTenth(value: number): number {
  return Number(value.toFixed(1));
}

function medianOf(rounds: readonly Round[]): Round {
  return {
    rate: median(rounds.map(({ rate }) => rate)),
    cost: median(rounds.map(({ cost }) => cost)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
