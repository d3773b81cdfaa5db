import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

for (const name of readdirSync('examples')) {
  const project = `examples/${name}`;
  if (existsSync(`${project}/tsconfig.json`)) {
    execFileSync('node_modules/.bin/tsc', ['-p', project], { stdio: 'inherit' });
  }
}
