// Runs every load script in full, one after the other, and stops at nothing:
//   node test/server/load/all.mjs [--apps node,express5] [--requests 1000000] [--times 100]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    apps: { type: 'string', default: 'node,express4,express5,koa2,koa3,http2' },
    requests: { type: 'string', default: '1000000' },
    times: { type: 'string', default: '100' },
  },
});
const { requests, times } = values;
const failed = [];

function run(script, app, options) {
  const path = fileURLToPath(new URL(`${script}.mjs`, import.meta.url));
  console.log(`\n== ${script} ${app}`);
  const { status } = spawnSync(process.execPath, [path, '--app', app, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(`${script} ${app}`);
}

for (const app of values.apps.split(',')) {
  run('fuzz', app, ['--requests', requests, '--minutes', '60']);
  run('uploads', app, ['--times', times]);
  run('soak', app, ['--requests', requests]);
}
console.log(failed.length === 0 ? '\nall passed' : `\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
