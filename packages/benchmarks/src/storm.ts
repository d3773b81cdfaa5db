import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What 10,000 failures a second cost, with and without a limit for storms: processor time, and bytes of the log,
// which goes into a file. Processes of their own in turn, the median of each way.
const WAYS = [
  'no report',
  'the default',
  'consoleSink',
  'limitStorms(consoleSink)',
  'pinoSink',
  'limitStorms(pinoSink)',
];
const FAILURES = 20_000;
const A_SECOND = 10_000;
const ROUNDS = Number(process.argv[2] ?? 5);

const program = fileURLToPath(new URL('./storm-process.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faultless-storm-'));
const costs = new Map<string, { microseconds: number; bytes: number }[]>();

for (let round = 0; round < ROUNDS; round += 1) {
  for (const way of WAYS) costs.set(way, [...(costs.get(way) ?? []), await measure(way)]);
}
rmSync(folder, { recursive: true });

console.log(
  `${A_SECOND.toLocaleString('en')} failures a second`.padEnd(28) +
    'µs each'.padStart(10) +
    'of a core'.padStart(12) +
    'MB of log/s'.padStart(14),
);
for (const [way, all] of costs) {
  const microseconds = median(all.map((one) => one.microseconds));
  const bytes = median(all.map((one) => one.bytes));
  console.log(
    way.padEnd(28) +
      microseconds.toFixed(1).padStart(10) +
      `${((microseconds * A_SECOND) / 10_000).toFixed(0)} %`.padStart(12) +
      ((bytes * A_SECOND) / 1e6).toFixed(2).padStart(14),
  );
}

/** What one failure costs in a new process: processor time, and bytes of the log. */
async function measure(way: string): Promise<{ microseconds: number; bytes: number }> {
  const log = join(folder, 'log');
  const file = openSync(log, 'w');
  const child = fork(program, [way, String(FAILURES)], { stdio: ['ignore', file, file, 'ipc'] });
  const ended = once(child, 'exit');
  const [microseconds] = (await once(child, 'message')) as [number];
  await ended;
  closeSync(file);
  return { microseconds, bytes: statSync(log).size / (FAILURES * 1.25) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
