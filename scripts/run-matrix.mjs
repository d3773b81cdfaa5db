// Runs the tests on the Nodes that there are beside this one: npm run matrix [-- folder for the results]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUNS } from './nodes.mjs';

const [folder = mkdtempSync(join(tmpdir(), 'faultless-matrix-'))] = process.argv.slice(2);

/** Milliseconds for all of them. */
const PATIENCE = 40 * 60_000;
/** Milliseconds to fetch one. */
const FETCHING = 2 * 60_000;
const end = Date.now() + PATIENCE;

for (const [version, paths] of RUNS) {
  const node = findNode(version);
  if (node === undefined) continue;
  console.log(`\nNode ${version}: ${paths.join(', ') || 'all tests'}`);
  const { status, signal } = spawnSync(node, jestArguments(version, paths), {
    stdio: 'inherit',
    timeout: Math.max(1, end - Date.now()),
  });
  if (status === 0) continue;
  if (signal !== null)
    console.log(`ended by ${signal}: all Nodes have ${PATIENCE / 60_000} minutes`);
  process.exitCode = 1;
}

/** The binary of the registry's package `node`, or undefined where it can't be had, which is said. */
function findNode(version) {
  const args = ['-y', `node@${version}`, '-p', 'process.execPath'];
  try {
    return execFileSync('npx', args, { encoding: 'utf8', timeout: FETCHING }).trim();
  } catch (error) {
    console.warn(`\nNode ${version} can't be had, and is not tested: ${error}`);
    return undefined;
  }
}

function jestArguments(version, paths) {
  return [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${join(folder, `${version}.json`)}`,
    ...paths,
  ];
}
