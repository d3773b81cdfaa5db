import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, hash } from './explorations.mjs';

const FILE = join(FOLDER, 'verdicts.json');

/** Gives a mutant the verdict that it had, if its source and the test file that noticed it have not changed. */
export function recallVerdict(mutant) {
  const kept = read()[mutant.id];
  if (kept === undefined || kept.source !== hash(mutant.path)) return;
  if (kept.test !== hashOf(kept.by)) return;
  mutant.verdict = kept.verdict;
  mutant.by = kept.by;
}

/** Keeps by which test a mutant was noticed; what survives is asked again each time. */
export function rememberVerdict({ id, path, verdict, by }) {
  if (by === undefined) return;
  const all = { ...read(), [id]: { verdict, by, source: hash(path), test: hashOf(by) } };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify(all));
}

/** Of the test file that `path: name of the test` begins with; undefined when it is gone. */
function hashOf(by) {
  try {
    return hash(by.slice(0, by.indexOf(': ')));
  } catch {
    return undefined;
  }
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}
