import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connectHttp1 } from './connect-http1.js';
import { SUCCESSES } from './contenders/successes.js';
import { mean, standardError, trimmedMean } from './estimate.js';
import { pin } from './running-contender.js';
import { FINE_SCENARIO } from './scenarios.js';

// What the handler costs a request that succeeds, against the same server without it. Several
// processes, since each compiles and lies in memory in its own way, which alone makes 2 %.
const PROCESSES = Number(process.argv[2] ?? 12);
const CONNECTIONS = 32;
const SECONDS = 8;
const WARM_UP = 2;

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
      `${name.padEnd(24)}${percent(mean(shares)).padStart(6)} % ± ${percent(standardError(shares))}`,
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
  const client = await connectHttp1(port, FINE_SCENARIO, CONNECTIONS);
  await client.load(WARM_UP);
  const { length } = await ask();
  await client.load(SECONDS);
  const turns = await ask();
  client.close();
  child.kill();
  return turns.slice(length);

  async function ask(): Promise<number[][]> {
    const told = once(child, 'message') as Promise<[number[][]]>;
    child.send('turns');
    return (await told)[0];
  }
}
