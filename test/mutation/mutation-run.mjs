import { recall, remember } from './explorations.mjs';
import { findDistance } from './pick-tests.mjs';
import { isOfCore } from './rooms.mjs';
import { recallVerdict, rememberVerdict } from './verdicts.mjs';

/** Milliseconds that exploring a test file may take. */
const PATIENCE_WITH_FILE = 240_000;

/** Milliseconds above what tests took before, until their process is ended. */
const GRACE = 30_000;

/**
 * Finds which tests reach which mutants, and then runs for each mutant the tests that reach it, the
 * nearest file first, until one fails, or none is left, or the time is over.
 *
 * @param {import('./list-mutants.mjs').Listed[]} all they get a `verdict`
 * @param {{ testFiles: string[], pool: import('./worker-process.mjs').Worker[], time: number,
 *   patience: number, anew: boolean, progress: (line: string) => void }} options milliseconds: `time`
 *   for all mutants, `patience` with the tests of one; `anew`: whatever is known of them
 */
export async function runMutants(all, { testFiles, pool, time, patience, anew, progress }) {
  for (const mutant of all) {
    mutant.verdict = 'open';
    if (!anew) recallVerdict(mutant);
  }
  const mutants = all.filter(({ verdict }) => verdict === 'open');
  if (mutants.length === 0) return;
  const sources = [...new Set(mutants.map(({ path }) => path))];
  const oneServer = sources.every(isOfCore);
  const explored = [];
  await share(pool, testFiles, async (worker, path) => {
    const known = recall(path, { sources, oneServer });
    const found = known ?? (await explore(worker, path, { sources, oneServer }));
    if (found === undefined) progress(`${path}: can't be loaded`);
    else explored.push(found);
    if (known === undefined) progress(`${path}: explored`);
  });
  const end = Date.now() + time;
  // Those that many tests reach last, so that they keep no time from the others.
  const planned = mutants
    .map((mutant) => planRuns(mutant, explored))
    .sort((a, b) => a.expected - b.expected);
  const bites = new Map();
  await share(pool, planned, async (worker, { mutant, runs }) => {
    const began = Date.now();
    if (began > end) return;
    await decide(mutant, { worker, runs: sortByBites(runs, mutant, bites), patience });
    countBite(mutant, bites);
    rememberVerdict(mutant);
    const { id, verdict, by = '' } = mutant;
    progress(`${id}: ${verdict} in ${Date.now() - began} ms ${by}`);
  });
}

/** Has each worker take one item after the other. */
async function share(pool, items, work) {
  const waiting = [...items];
  await Promise.all(
    pool.map(async (worker) => {
      while (waiting.length > 0) await work(worker, waiting.shift());
    }),
  );
}

async function explore(worker, path, { sources, oneServer }) {
  const { done } = await worker.ask({ order: 'explore', path, oneServer }, PATIENCE_WITH_FILE);
  if (done === undefined) {
    worker.end();
    return undefined;
  }
  remember(path, { oneServer, explored: done });
  return recall(path, { sources, oneServer });
}

/** The runs of the test files that reach a mutant, the nearest first, and how long they take together. */
function planRuns(mutant, explored) {
  const runs = explored
    .filter((file) => file.reaches(mutant.id))
    .map((file) => ({ file, distance: findDistance(mutant, file.path) }))
    .map(({ file, distance }) => ({ distance, ...file.plan(mutant, distance === 0) }))
    .sort((a, b) => a.distance - b.distance || a.expected - b.expected);
  return { mutant, runs, expected: runs.reduce((sum, run) => sum + run.expected, 0) };
}

/** Those that have noticed most mutants of the same source first; else the order stays. */
function sortByBites(runs, { path }, bites) {
  const bitesOf = (run) => bites.get(`${path} ${run.path}`) ?? 0;
  return runs.toSorted((a, b) => bitesOf(b) - bitesOf(a));
}

function countBite({ path, by }, bites) {
  if (by === undefined) return;
  const key = `${path} ${by.slice(0, by.indexOf(': '))}`;
  bites.set(key, (bites.get(key) ?? 0) + 1);
}

async function decide(mutant, { worker, runs, patience }) {
  const end = Date.now() + patience;
  for (const { path, expected, distance: _, ...rest } of runs) {
    if (Date.now() > end) return;
    const order = { order: 'run', id: mutant.id, path, ...rest };
    const { done, error } = await askTwice(worker, order, GRACE + 4 * expected);
    if (error !== undefined || done?.verdict === 'survived') continue;
    mutant.verdict = done?.verdict ?? 'timeout';
    mutant.by = `${path}: ${done?.by ?? 'no answer'}`;
    return;
  }
  mutant.verdict = runs.length === 0 ? 'no coverage' : 'survived';
}

/** Once more in a new process, where what ran before in the old one may have kept it from answering. */
async function askTwice(worker, order, patience) {
  for (let tries = 0; tries < 2; tries += 1) {
    const answer = await worker.ask(order, patience);
    if (answer.done !== undefined || answer.error !== undefined) return answer;
    worker.end();
  }
  return {};
}
