// How long @faultless/express takes to load beside Express, both in each of many fresh processes, so that
// they meet the same machine: node packages/benchmarks/load-time.mjs [processes] [share] (after npm run build).
// With a share, it fails if the least processor time that ours took is more than that part of the
// least that Express took: whatever else the machine does can only add to either.
import { execFileSync } from 'node:child_process';

const PROGRAM = `
const read = () => {
  const { user, system } = process.cpuUsage();
  return { time: performance.now(), processor: (user + system) / 1000 };
};
const marks = [read()];
require('express');
marks.push(read());
require('@faultless/express');
marks.push(read());
console.log(JSON.stringify(marks));
`;

/** Milliseconds that Express and @faultless/express take, in a fresh process. */
function loadBoth() {
  const output = execFileSync(process.execPath, ['-e', PROGRAM], { cwd: import.meta.dirname });
  const [start, between, end] = JSON.parse(output.toString());
  const take = (unit) => [between[unit] - start[unit], end[unit] - between[unit]];
  return { time: take('time'), processor: take('processor') };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Number(value.toFixed(3));

function sumUp(runs, pick) {
  const express = pick(runs.map(([each]) => each));
  const faultless = pick(runs.map(([, each]) => each));
  return {
    express: round(express),
    faultless: round(faultless),
    share: round(faultless / express),
  };
}

const [processes = 21, most] = process.argv.slice(2).map(Number);
const runs = Array.from({ length: processes }, loadBoth);
const least = sumUp(
  runs.map(({ processor }) => processor),
  (values) => Math.min(...values),
);
console.log(
  'median time     ',
  JSON.stringify(
    sumUp(
      runs.map(({ time }) => time),
      median,
    ),
  ),
);
console.log('least processor ', JSON.stringify(least));
if (most !== undefined && !(least.share <= most)) {
  console.error(
    `@faultless/express takes ${least.share} of what Express takes to load, not ${most}`,
  );
  process.exitCode = 1;
}
