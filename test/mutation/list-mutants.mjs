import { readFileSync } from 'node:fs';
import { listSources, readSource } from './sources.mjs';

/**
 * @typedef {object} Listed a mutant and its place
 * @property {string} id `path#index`
 * @property {string} path
 * @property {number} line from 1
 * @property {string} text of the line, without its indentation
 * @property {string} original
 * @property {string} replacement
 * @property {string} [reason] why it changes nothing
 */

/** Lists the mutants of the sources whose paths begin so. */
export function listMutants(prefix) {
  return listSources()
    .filter((path) => path.startsWith(prefix))
    .flatMap((path) => {
      const { text, mutants } = readSource(path);
      return mutants.map((mutant, index) => place(path, text, { ...mutant, index }));
    });
}

function place(path, text, { start, end, index, kind, replacement }) {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = text.indexOf('\n', start);
  return {
    id: `${path}#${index}`,
    path,
    line: before.split('\n').length,
    text: text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).trim(),
    original: text.slice(start, end).replace(/\s+/g, ' '),
    replacement: kind === 'replace' ? replacement.replace(/\s+/g, ' ') : `(${GONE[kind]})`,
  };
}

const GONE = {
  leave: 'body left at once',
  block: 'block dropped',
  statement: 'statement dropped',
  element: 'element dropped',
  property: 'property dropped',
};

const EQUIVALENTS = new URL('./equivalents.json', import.meta.url);

/**
 * Gives its reason to each mutant that is known to change nothing. It is known by its file, the text of
 * its line and what it changes there, so that it may move.
 *
 * @param {Listed[]} mutants
 * @param {string} prefix
 * @returns the entries that no mutant matches, though their file's path begins so
 */
export function excuse(mutants, prefix) {
  const entries = JSON.parse(readFileSync(EQUIVALENTS, 'utf8'));
  return entries.filter((entry) => {
    const matching = mutants.filter((mutant) =>
      ['path', 'text', 'original', 'replacement'].every((key) => mutant[key] === entry[key]),
    );
    for (const mutant of matching) mutant.reason = entry.reason;
    return matching.length === 0 && entry.path.startsWith(prefix);
  });
}
