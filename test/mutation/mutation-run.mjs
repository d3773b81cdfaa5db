import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { recall, remember } from './explorations.mjs';
import { isNear } from './pick-tests.mjs';
import { isOfCore } from './rooms.mjs';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** Milliseconds that loading or exploring a test file may take. */
const PATIENCE_WITH_FILE = 240_000;

/** Milliseconds above what tests took before, until their process is ended. */
const GRACE = 15_000;

/**
 * Runs the tests, one file after the other, with one mutant after the other on, until each is killed,
 * or nothing is left that reaches it, or the time is over. A mutant's nearest files have their turn
 * before the others.
 *
 * @param {import('./list-mutants.mjs').Listed[]} mutants they get a `verdict`
 * @param {{ testFiles: string[], workers: number, end: number, patience: number,
 *   progress: (line: string) => void }} options `end` and `patience`, the time for one mutant, in
 *   milliseconds
 */
export async function runMutants(mutants, options) {
  for (const mutant of mutants)
    Object.assign(mutant, { verdict: 'open', spent: 0, isReached: false });
  const waiting = [true, false].flatMap((near) =>
    options.testFiles
      .map((path) => ({ path, of: mutants.filter((mutant) => isNear(mutant.path, path) === near) }))
      .filter(({ of }) => of.length > 0),
  );
  const isComplete = await Promise.all(
    Array.from({ length: options.workers }, () => work(waiting, options)),
  );
  for (const mutant of mutants) {
    if (mutant.verdict !== 'open' || !isComplete.every(Boolean)) continue;
    mutant.verdict = mutant.isReached ? 'survived' : 'no coverage';
  }
}

/** One process's work; returns whether it came to the end of the files in time. */
async function work(waiting, options) {
  const process = new Process();
  try {
    for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
      if (!turn.of.some(isOpen)) continue;
      if (Date.now() > options.end) return false;
      await workThrough(turn.path, { mutants: turn.of, process, options });
    }
    return true;
  } finally {
    process.end();
  }
}

function isOpen({ verdict }) {
  return verdict === 'open';
}

async function workThrough(path, { mutants, process, options }) {
  const file = { path, process, isLoaded: false };
  const oneServer = mutants.every((mutant) => isOfCore(mutant.path));
  const began = Date.now();
  const sources = [...new Set(mutants.map((mutant) => mutant.path))];
  const explored =
    recall(path, { sources, oneServer }) ?? (await explore(file, { sources, oneServer }));
  if (explored === undefined) {
    options.progress(`${path}: can't be loaded`);
    return;
  }
  const exploring = Date.now() - began;
  const left = mutants.filter(({ id, verdict }) => verdict === 'open' && explored.reaches(id));
  const count = left.length;
  for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
    mutant.isReached = true;
    if (!isOpen(mutant)) continue;
    if (Date.now() > options.end) return;
    if (mutant.isBusy) {
      await sleep(50);
      left.push(mutant);
    } else if (mutant.spent > options.patience) mutant.verdict = 'survived';
    else await tryOut(mutant, explored, file);
  }
  options.progress(
    `${path}: ${explored.size} tests (${explored.unfit} unfit) explored in ${exploring} ms; ` +
      `${count} mutants in ${Date.now() - began - exploring} ms; ` +
      `${mutants.filter(isOpen).length} open`,
  );
}

async function tryOut(mutant, explored, file) {
  mutant.isBusy = true;
  const { process, path } = file;
  if (!file.isLoaded) {
    await process.ask({ order: 'load', path, durations: explored.durations }, PATIENCE_WITH_FILE);
    file.isLoaded = true;
  }
  const began = Date.now();
  const order = explored.order(mutant);
  const expected = sum([...order.chosen, ...order.anew], explored.durations);
  const answer = await process.ask({ order: 'run', ...order }, GRACE + 4 * expected);
  mutant.spent += Date.now() - began;
  mutant.isBusy = false;
  if (answer.done === undefined) {
    mutant.verdict = 'timeout';
    mutant.by = `${path}: ${answer.error ?? 'no answer'}`;
    process.end();
    file.isLoaded = false;
  } else if (answer.done.verdict !== 'survived') {
    mutant.verdict = answer.done.verdict;
    mutant.by = `${path}: ${answer.done.by}`;
  }
}

async function explore(file, { sources, oneServer }) {
  const { path, process } = file;
  const loaded = await process.ask({ order: 'load', path }, PATIENCE_WITH_FILE);
  if ('done' in loaded) {
    const { done } = await process.ask({ order: 'explore', oneServer }, PATIENCE_WITH_FILE);
    if (done !== undefined) {
      file.isLoaded = true;
      remember(path, { oneServer, explored: done });
      return recall(path, { sources, oneServer });
    }
  }
  process.end();
  return undefined;
}

function sum(numbers, durations) {
  return numbers.reduce((total, number) => total + (durations[number] ?? 0), 0);
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A process that is asked one thing at a time, and begun anew when it has been ended. */
class Process {
  #child;

  /** `{ done }`, `{ error }`, or `{ over: true }` when it gave no answer in time or broke down. */
  ask(order, patience) {
    this.#child ??= fork(WORKER, [], {
      execArgv: ['--experimental-import-meta-resolve', '--no-warnings', '--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      const timer = setTimeout(() => settle({ over: true }), patience);
      child.once('message', settle);
      child.once('exit', () => {
        this.#child = undefined;
        settle({ over: true });
      });
      child.send(order);
    });
  }

  end() {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
