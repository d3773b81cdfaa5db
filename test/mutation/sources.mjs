import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMutants } from './find-mutants.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is published, and what the run itself is tested with. */
const FOLDERS = [
  ...['core', 'node', 'express', 'koa'].map((name) => `packages/${name}/src`),
  'test/mutation/planted',
];

/** Paths of all that has mutants, from the root of the repository. */
export function listSources() {
  return FOLDERS.flatMap(listFiles)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort();
}

/** Paths of the files below a folder, from the root of the repository. */
export function listFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

const found = new Map();

/** A source's text and mutants, worked out once. */
export function readSource(path) {
  let source = found.get(path);
  if (source === undefined) {
    const text = readFileSync(join(ROOT, path), 'utf8');
    source = { text, mutants: findMutants(path, text) };
    found.set(path, source);
  }
  return source;
}
