import { checkAnswer, type Omissions } from './check-answers.js';
import type { Contender } from './contenders/contender.js';
import { load } from './load.js';
import { type RunningContender, startContender } from './running-contender.js';
import type { Scenario } from './scenarios.js';

/** How one contender did in one scenario. */
export interface Result {
  readonly group: Contender['group'];
  readonly contender: string;
  readonly scenario: string;
  /** Requests a second of each round. */
  readonly rounds: readonly number[];
  readonly median: number;
  /** The median against the floor's of its group; undefined where there is no floor. */
  readonly ratio: number | undefined;
  readonly omissions: readonly string[];
}

/** How long to measure. */
export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

/**
 * Measures contenders of one group in one scenario, in turns, so that what the machine does besides
 * strikes all alike. One that does not give the scenario's status is left out.
 */
export async function measure(
  contenders: readonly Contender[],
  scenario: Scenario,
  { rounds, seconds }: Effort,
): Promise<Result[]> {
  const running = await Promise.all(contenders.map(startContender));
  const answers = new Map<RunningContender, Omissions>();
  for (const one of running) answers.set(one, await checkAnswer(one, scenario));
  const taking = running.filter((one) => answers.get(one) !== undefined);
  const rates = new Map<RunningContender, number[]>(taking.map((one) => [one, []]));
  for (const one of taking) await load(one.port, scenario, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of taking) rates.get(one)?.push(await load(one.port, scenario, seconds));
  }
  await Promise.all(running.map((one) => one.stop()));
  const floor = taking.find(({ contender }) => contender.floor);
  const floorMedian = floor === undefined ? undefined : median(rates.get(floor) ?? []);
  return taking.map((one) => {
    const own = rates.get(one) ?? [];
    return {
      group: one.contender.group,
      contender: one.contender.name,
      scenario: scenario.name,
      rounds: own,
      median: median(own),
      ratio: floorMedian === undefined ? undefined : median(own) / floorMedian,
      omissions: answers.get(one) ?? [],
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
