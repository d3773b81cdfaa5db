import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SUCCESSES } from './contenders/successes.js';
import { load } from './load.js';
import { pin } from './running-contender.js';
import { FINE_SCENARIO } from './scenarios.js';

// What the handler costs a request that succeeds, against the same server without it. Several
// processes, since each compiles and lies in memory in its own way, which alone makes 2 %.
const PROCESSES = Number(process.argv[2] ?? 12);
const CONNECTIONS = 32;
const SECONDS = 8;
const WARM_UP = 2;
/** Pauses of the machine, which strike any turn: so much of the extremes is left out. */
const TRIMMED = 0.15;

pin(process, 1);
for (const [group, ways] of Object.entries(SUCCESSES)) {
  const names = Object.keys(ways);
  const bare: number[] = [];
  const more: number[][] = names.map(() => []);
  for (let count = 0; count < PROCESSES; count += 1) {
    const turns = await measure(group);
    const without = trimmedMean(turns.map(([cost = Number.NaN]) => cost));
    bare.push(without);
    for (const at of names.keys()) {
      // A difference, not a quotient, which errs upwards where the cost itself scatters.
      const difference = trimmedMean(
        turns.map((costs) => (costs[at] ?? Number.NaN) - (costs[0] ?? Number.NaN)),
      );
      more[at]?.push(difference / without);
    }
  }
  console.log(`\n${group}: ${mean(bare).toFixed(1)} µs with no handler`);
  for (const [at, name] of names.entries()) {
    const shares = more[at] ?? [];
    const percent = (value: number): string => (value * 100).toFixed(1);
    console.log(
      `${name.padEnd(24)}${percent(mean(shares)).padStart(6)} % ± ${percent(error(shares))}`,
    );
  }
}

/** The costs of each way, turn by turn, in microseconds, in a new process. */
async function measure(group: string): Promise<number[][]> {
  const child = fork(fileURLToPath(new URL('./success-server.js', import.meta.url)), [group], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [port] = (await once(child, 'message')) as [number];
  pin(child, 0);
  await load(port, FINE_SCENARIO, { seconds: WARM_UP, connections: CONNECTIONS });
  const { length } = await ask();
  await load(port, FINE_SCENARIO, { seconds: SECONDS, connections: CONNECTIONS });
  const turns = await ask();
  child.kill();
  return turns.slice(length);

  async function ask(): Promise<number[][]> {
    const told = once(child, 'message') as Promise<[number[][]]>;
    child.send('turns');
    return (await told)[0];
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function trimmedMean(values: readonly number[]): number {
  const cut = Math.floor(values.length * TRIMMED);
  return mean([...values].sort((a, b) => a - b).slice(cut, values.length - cut));
}

/** The standard error of a mean; one value alone has none. */
function error(values: readonly number[]): number {
  const centre = mean(values);
  const variance = mean(values.map((value) => (value - centre) ** 2));
  return values.length > 1 ? Math.sqrt(variance / (values.length - 1)) : Number.NaN;
}
