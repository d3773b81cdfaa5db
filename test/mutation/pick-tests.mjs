import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LEFT_OUT } from './rooms.mjs';
import { listFiles, ROOT } from './sources.mjs';

/** Lists the test files below a path. */
export function listTests(below) {
  return ['packages', 'test']
    .flatMap((folder) => listFiles(folder))
    .filter((path) => path.endsWith('.test.ts') && path.startsWith(below))
    .filter((path) => !LEFT_OUT.some((prefix) => path.startsWith(prefix)));
}

/**
 * How far a test file is from a mutant: 0 if it is named after what the source is about, or stands
 * beside it, 1 if it is named after what is mutated, or has a text in it that is mutated, 2 otherwise.
 *
 * @param {import('./list-mutants.mjs').Listed} mutant
 * @param {string} test
 */
export function findDistance({ path, text, original }, test) {
  const named = wordsOf(belowPackage(test));
  const isNamedAfter = (words) =>
    named.some((word) => words.some((other) => word.startsWith(other) || other.startsWith(word)));
  if (dirname(path) === dirname(test) || isNamedAfter(wordsOf(belowPackage(path)))) return 0;
  return isNamedAfter(wordsOf(text)) || mentions(test, original) ? 1 : 2;
}

const contents = new Map();

/** Whether a text literal of a piece of source stands in a test file. */
function mentions(test, source) {
  if (!contents.has(test)) contents.set(test, readFileSync(join(ROOT, test), 'utf8'));
  return literalsOf(source).some((literal) => contents.get(test).includes(`'${literal}'`));
}

/** Those that are long enough to say something. */
function literalsOf(source) {
  return Array.from(source.matchAll(/'([^']*)'/g), ([, literal]) => literal).filter(
    ({ length }) => length > 4,
  );
}

function belowPackage(path) {
  return path.replace(/^[^/]+\/[^/]+\//, '').replace(/(\.test)?\.ts$/, '');
}

/** The words of a path or a line but those that say little, without their plural. */
function wordsOf(text) {
  return text
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase().replace(/s$/, ''))
    .filter((word) => word.length > 3 && !['index', 'error', 'find'].includes(word));
}
