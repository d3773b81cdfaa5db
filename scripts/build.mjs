import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

// Each is compiled with the types of those before it.
const PACKAGES = ['core', 'node', 'express', 'koa'];
const COMMONJS = '--module commonjs --moduleResolution bundler --verbatimModuleSyntax false';

for (const name of PACKAGES) {
  const folder = `packages/${name}`;
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  compile(folder, 'esm', []);
  compile(folder, 'cjs', COMMONJS.split(' '));
  writeFileSync(`${folder}/dist/cjs/package.json`, '{ "type": "commonjs" }\n');
}

function compile(folder, format, options) {
  const args = ['-p', folder, '--outDir', `${folder}/dist/${format}`, ...options];
  try {
    execFileSync('node_modules/.bin/tsc', args, { stdio: 'inherit' });
  } catch {
    process.exit(1);
  }
}
