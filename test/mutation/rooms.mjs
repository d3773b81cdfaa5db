import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources.mjs';

const CORE = 'packages/core/src/';

/** A room's name, and how the paths of its files begin. Each folder of core is a room. */
export const ROOMS = Object.fromEntries([
  ...readdirSync(join(ROOT, CORE), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, `${CORE}${name}/`]),
  ['respond', `${CORE}respond.ts`],
  ...['node', 'express', 'koa'].map((name) => [name, `packages/${name}/src/`]),
]);

/** Tests of what is built, of time, of browsers: they see no mutant, or take too long to ask. */
export const LEFT_OUT = [
  'test/packaging/',
  'test/docs/hidden-area.test.ts',
  'test/docs/snippets.test.ts',
  'test/examples/',
  'test/clients/',
  'test/server/load',
  'test/server/cluster',
  'test/mutation/mutation.test.ts',
  'packages/cli/',
  'packages/benchmarks/',
];

/** Core doesn't know which server it answers on. */
export function isOfCore(path) {
  return path.startsWith(CORE);
}
