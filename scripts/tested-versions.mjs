import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/mappers';

/** What stands in quotes after `from`, `import(` or `require(`: a package, and perhaps a part of it. */
const IMPORTED =
  /(?:\bfrom |\bimport\(|\brequire\(|\bimport\.meta\.url\)\()\s*'((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[\w./-]+)?'/g;

/** Not tested but used: our own packages, and what runs the tests. */
const NO_LIBRARY =
  /^(?:@faultless\/|@jest\/|fast-check$|cookie-parser$|readable-stream$|pglite-prisma-adapter$)/;

/** The libraries whose errors the tests of mappers throw, by name, with the versions that are locked. */
export function listTestedVersions() {
  const locked = readLock(readFileSync('pnpm-lock.yaml', 'utf8'));
  const tested = new Map();
  for (const file of readdirSync(FOLDER, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    for (const [, alias] of readFileSync(join(FOLDER, file), 'utf8').matchAll(IMPORTED)) {
      const { name, version } = locked.get(alias) ?? {};
      if (name === undefined || NO_LIBRARY.test(alias)) continue;
      tested.set(name, (tested.get(name) ?? new Set()).add(version));
    }
  }
  return [...tested]
    .map(([name, versions]) => ({ name, versions: [...versions].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The packages of the importer `test` by what it calls them: an alias stands for another package. */
function readLock(lock) {
  const [, section = ''] = /\n {2}test:\n([\s\S]*?)\n(?: {2}\S|\S)/.exec(lock) ?? [];
  const entries = section.matchAll(
    /\n {6}'?([^\s':]+)'?:\n {8}specifier: .*\n {8}version: '?(?:((?:@[^\s@]+\/)?[^\s@('/]+)@)?([^\s(']+)/g,
  );
  return new Map(
    [...entries].map(([, alias, name = alias, version]) => [alias, { name, version }]),
  );
}
