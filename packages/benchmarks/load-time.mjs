// How long @faultless/express takes to load beside Express, in one process each time, so that both
// meet the same machine: node packages/benchmarks/load-time.mjs [processes] (after npm run build).
import { execFileSync } from 'node:child_process';

const PROGRAM = `
const start = performance.now();
require('express');
const between = performance.now();
require('@faultless/express');
console.log(JSON.stringify([between - start, performance.now() - between]));
`;

/** Milliseconds that Express and @faultless/express take, in a fresh process. */
function loadBoth() {
  const output = execFileSync(process.execPath, ['-e', PROGRAM], { cwd: import.meta.dirname });
  return JSON.parse(output.toString());
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const runs = Array.from({ length: Number(process.argv[2] ?? 21) }, loadBoth);
const result = {
  express: median(runs.map(([express]) => express)),
  faultless: median(runs.map(([, faultless]) => faultless)),
  share: median(runs.map(([express, faultless]) => faultless / express)),
};
console.log(JSON.stringify(result));
