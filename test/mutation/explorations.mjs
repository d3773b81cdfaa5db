import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ROOT } from './sources.mjs';

/** What is known from earlier runs. */
export const FOLDER = join(ROOT, 'node_modules/.cache/faultless-mutants');

/** Keeps which tests of a file reach which mutants. */
export function remember(path, { oneServer, explored }) {
  const { byMutant, atLoad, ...rest } = explored;
  const hashes = {};
  for (const id of [...Object.keys(byMutant), ...atLoad]) {
    const source = id.slice(0, id.lastIndexOf('#'));
    hashes[source] ??= hash(source);
  }
  const kept = { ...rest, atLoad, byMutant, hashes, own: hash(path) };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(nameOf(path, oneServer), gzipSync(JSON.stringify(kept), { level: 1 }));
}

/**
 * What is known of a test file and some sources; undefined when it has changed, or a source that it
 * reached.
 */
export function recall(path, { sources, oneServer }) {
  let kept;
  try {
    kept = JSON.parse(gunzipSync(readFileSync(nameOf(path, oneServer))));
  } catch {
    return undefined;
  }
  if (kept.own !== hash(path)) return undefined;
  const { hashes, byMutant } = kept;
  if (sources.some((source) => source in hashes && hashes[source] !== hash(source)))
    return undefined;
  return new Exploration(path, { ...kept, byMutant: new Map(Object.entries(byMutant)) });
}

const hashes = new Map();

export function hash(path) {
  let found = hashes.get(path);
  if (found === undefined) {
    found = createHash('sha256')
      .update(readFileSync(join(ROOT, path)))
      .digest('base64');
    hashes.set(path, found);
  }
  return found;
}

function nameOf(path, oneServer) {
  return join(FOLDER, `${path.replaceAll('/', '_')}${oneServer ? '.one' : ''}.json.gz`);
}

class Exploration {
  #byMutant;
  #atLoad;
  #usable;
  #durations;
  #bySource = new Map();

  constructor(path, { byMutant, atLoad, usable, durations }) {
    this.path = path;
    this.#byMutant = byMutant;
    this.#atLoad = new Set(atLoad);
    this.#usable = usable;
    this.#durations = durations;
  }

  reaches(id) {
    return this.#byMutant.has(id) || this.#atLoad.has(id);
  }

  /**
   * The tests for a mutant: with modules as they are, and with modules evaluated anew. A near file may
   * look at data of a source without running any code of it.
   */
  plan({ id, path }, isNear) {
    const chosen = this.#byMutant.get(id) ?? [];
    const whole = isNear ? this.#usable : this.#testsOf(path);
    const anew = this.#atLoad.has(id) ? whole : [];
    const durations = this.#durations;
    const expected = [...chosen, ...anew].reduce(
      (sum, number) => sum + (durations[number] ?? 0),
      0,
    );
    // What is remembered once it has been worked out is reached by the first that needs it alone.
    const hidden = anew.length === 0 ? this.#testsOf(path) : anew;
    return { path: this.path, chosen, anew, hidden, durations, expected };
  }

  /** The tests that run code of a source; all tests where it is data only. */
  #testsOf(path) {
    let tests = this.#bySource.get(path);
    if (tests === undefined) {
      const found = new Set();
      for (const [id, numbers] of this.#byMutant) {
        if (id.startsWith(`${path}#`)) for (const number of numbers) found.add(number);
      }
      tests = found.size === 0 ? this.#usable : [...found].sort((a, b) => a - b);
      this.#bySource.set(path, tests);
    }
    return tests;
  }
}
