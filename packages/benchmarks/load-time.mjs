// How long @faultless/express takes to load beside Express, both in each of many fresh processes, so that
// they meet the same machine: node packages/benchmarks/load-time.mjs [processes] [share] (after npm run build).
// With a share, it fails if the processor time that ours took on V8's one thread is, at the median, more than
// that part of what Express took: with one thread, what V8 compiles and collects aside for one counts for it
// and not for the other, and a busy machine takes the same of both.
import { execFileSync } from 'node:child_process';

const PROGRAM = `
const idle = new Int32Array(new SharedArrayBuffer(4));
const take = (name) => {
  // What was begun before, on other threads, has ended by then.
  Atomics.wait(idle, 0, 0, 60);
  const [from, used] = [performance.now(), process.cpuUsage()];
  require(name);
  const { user, system } = process.cpuUsage(used);
  return { time: performance.now() - from, processor: (user + system) / 1000 };
};
console.log(JSON.stringify([take('express'), take('@faultless/express')]));
`;

/** Milliseconds that Express and @faultless/express take, in a fresh process. */
function loadBoth(...flags) {
  const args = [...flags, '-e', PROGRAM];
  const output = execFileSync(process.execPath, args, { cwd: import.meta.dirname });
  const [express, faultless] = JSON.parse(output.toString());
  return { express, faultless };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function sumUp(runs, unit) {
  const medianOf = (pick) => Number(median(runs.map(pick)).toFixed(3));
  return {
    express: medianOf(({ express }) => express[unit]),
    faultless: medianOf(({ faultless }) => faultless[unit]),
    share: medianOf(({ express, faultless }) => faultless[unit] / express[unit]),
  };
}

const [processes = 21, most] = process.argv.slice(2).map(Number);
const asUsual = Array.from({ length: processes }, () => loadBoth());
const onOneThread = Array.from({ length: processes }, () => loadBoth('--single-threaded'));
const { share } = sumUp(onOneThread, 'processor');
const print = (what, sums) => console.log(what.padEnd(24), JSON.stringify(sums));
print('time', sumUp(asUsual, 'time'));
print('processor', sumUp(asUsual, 'processor'));
print('processor, one thread', sumUp(onOneThread, 'processor'));
if (most !== undefined && !(share <= most)) {
  console.error(`@faultless/express takes ${share} of what Express takes to load, not ${most}`);
  process.exitCode = 1;
}
