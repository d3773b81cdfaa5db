// Installs what the tests of real clients need, where it is missing: node scripts/install-test-tools.mjs [tool…]
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOLS = ['chromium', 'curl', 'python3'];

const asked = process.argv.slice(2);
const unknown = asked.find((tool) => !TOOLS.includes(tool));
if (unknown !== undefined)
  throw new Error(`there is no tool ${unknown}; known: ${TOOLS.join(', ')}`);

const missing = (asked.length > 0 ? asked : TOOLS).filter((tool) => !isInstalled(tool));
if (missing.length > 0) install(missing);

function isInstalled(tool) {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

/** Debian's packages have the tools' names. One at a time: tests run in several processes. */
function install(packages) {
  if (process.getuid?.() !== 0) {
    throw new Error(`the tests need ${packages.join(', ')}: install them, or run this as root`);
  }
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  execFileSync('flock', [join(tmpdir(), 'faultless-apt.lock'), 'sh', '-c', command], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
