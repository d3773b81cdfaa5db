import { TestFile } from './test-file.mjs';

// A mutant's late error must not end the process; a run counts the errors of its own time.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());
console.log = console.info = console.warn = console.error = () => undefined;

const files = new Map();

/** The file whose modules are there now, and whether they are as a mutant left them. */
let file;
let isDirty = false;

process.on('message', async ({ order, ...details }) => {
  try {
    process.send({ done: await ORDERS[order](details) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});

const ORDERS = {
  /** Runs the tests without a mutant; one that fails tells nothing of mutants. */
  async explore({ path, oneServer }) {
    await open(path);
    const atLoad = await clean();
    const numbers = oneServer ? file.oneOfEachServer() : file.all();
    const { reached, failed } = await file.explore(numbers);
    const usable = numbers.filter((number) => !failed.has(number));
    const byMutant = {};
    for (const number of usable) {
      for (const id of new Set(reached[number])) {
        byMutant[id] ??= [];
        byMutant[id].push(number);
      }
    }
    return { atLoad, byMutant, usable, durations: file.durations };
  },

  /**
   * `chosen` are the tests that reach the mutant, `anew` those for which modules are evaluated, and
   * `hidden` if it turns out that they have to be.
   */
  async run({ path, id, chosen, anew, hidden, durations }) {
    await open(path);
    file.durations = durations;
    if (chosen.length > 0) {
      const { verdict, wasReached } = await runUntilJudged(id, chosen, () => undefined);
      if (verdict !== undefined) return verdict;
      // Otherwise what is remembered from before the mutant was on hides it.
      if (wasReached && anew.length === 0) return { verdict: 'survived' };
    }
    return runAnew(id, hidden);
  },
};

async function open(path) {
  if (!files.has(path)) files.set(path, await TestFile.load(path));
  const last = file;
  file = files.get(path);
  if (file !== last || isDirty) await clean();
}

/** Runs tests with modules that have been evaluated with the mutant on. */
async function runAnew(id, chosen) {
  isDirty = true;
  const { size } = file;
  try {
    await file.reset(id);
  } catch (error) {
    return { verdict: 'killed', by: `loading: ${error?.message}` };
  }
  const tests = file.size === size ? chosen : file.all();
  const { verdict } = await runUntilJudged(id, tests, async () => {
    isDirty = true;
    await file.reset(id);
  });
  return verdict ?? { verdict: 'survived' };
}

/** Runs tests with a mutant on; one that fails without it too is not asked again. */
async function runUntilJudged(id, chosen, prepare) {
  for (;;) {
    const asked = chosen.filter((number) => !file.distrusted.has(number));
    const outcome = await file.run(id, asked);
    const verdict = await judge(outcome, asked);
    if (verdict !== undefined || outcome.failed === undefined) {
      return { verdict, wasReached: outcome.wasReached };
    }
    file.distrusted.add(outcome.failed);
    await prepare();
  }
}

async function clean() {
  const reached = await file.reset();
  isDirty = false;
  return reached;
}

/**
 * A failure counts if, without the mutant, the same passes; at the second try too, since what a mutant
 * has left under way may fail the first.
 */
async function judge({ failed, stray, late }, chosen) {
  if (failed === undefined && !stray) return undefined;
  const by = failed === undefined ? 'an error of no test' : file.name(failed);
  const same = failed === undefined ? chosen : [failed];
  for (let tries = 0; tries < 2; tries += 1) {
    await clean();
    const without = await file.run(undefined, same);
    if (without.failed === undefined && !without.stray) {
      return { verdict: late ? 'timeout' : 'killed', by };
    }
  }
  await clean();
  return undefined;
}
