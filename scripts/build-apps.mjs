import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';

// What runs on the packages, and is compiled once, after them.
const APPS = ['packages/cli', 'packages/benchmarks', ...listExamples()];

for (const project of APPS) {
  rmSync(`${project}/dist`, { recursive: true, force: true });
  execFileSync('node_modules/.bin/tsc', ['-p', project], { stdio: 'inherit' });
}

function listExamples() {
  return readdirSync('examples')
    .map((name) => `examples/${name}`)
    .filter((folder) => existsSync(`${folder}/tsconfig.json`));
}
