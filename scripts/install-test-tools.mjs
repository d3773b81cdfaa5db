// Installs what the tests of real clients and proxies need, where it is missing:
// node scripts/install-test-tools.mjs [tool…]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's package of each tool. */
const PACKAGES = {
  apache2: 'apache2',
  caddy: 'caddy',
  chromium: 'chromium',
  curl: 'curl',
  haproxy: 'haproxy',
  nginx: 'nginx-light',
  promtool: 'prometheus',
  python3: 'python3',
  varnishd: 'varnish',
};

/** Debian starts a service as soon as it is installed, unless this file says no. */
const START_POLICY = '/usr/sbin/policy-rc.d';
const NO_SERVICE = '#!/bin/sh\nexit 101\n';

/** The daemons are in a directory that only root has among its own. */
const env = {
  ...process.env,
  PATH: `${process.env.PATH}:/usr/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
};

const asked = process.argv.slice(2);
const unknown = asked.find((tool) => !Object.hasOwn(PACKAGES, tool));
if (unknown !== undefined)
  throw new Error(`there is no tool ${unknown}; known: ${Object.keys(PACKAGES).join(', ')}`);

const missing = (asked.length > 0 ? asked : Object.keys(PACKAGES)).filter(
  (tool) => !isInstalled(tool),
);
if (missing.length > 0) install(missing.map((tool) => PACKAGES[tool]));

function isInstalled(tool) {
  return spawnSync('sh', ['-c', `command -v ${tool}`], { env }).status === 0;
}

/** One at a time: tests run in several processes. */
function install(packages) {
  if (process.getuid?.() !== 0) {
    throw new Error(`the tests need ${packages.join(', ')}: install them, or run this as root`);
  }
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const ours = !existsSync(START_POLICY);
  if (ours) writeFileSync(START_POLICY, NO_SERVICE, { mode: 0o755 });
  try {
    execFileSync('flock', [join(tmpdir(), 'faultless-apt.lock'), 'sh', '-c', command], {
      stdio: 'inherit',
      env,
    });
  } finally {
    if (ours) rmSync(START_POLICY, { force: true });
  }
}
