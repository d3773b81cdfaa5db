import { TestFile } from './test-file.mjs';

// A mutant's late error must not end the process; a run counts the errors of its own time.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());
console.log = console.info = console.warn = console.error = () => undefined;

/** @type {TestFile} */
let file;
/** Modules are as a mutant left them. */
let isDirty = false;

process.on('message', async ({ order, ...details }) => {
  try {
    process.send({ done: await ORDERS[order](details) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});

const ORDERS = {
  async load({ path, durations }) {
    file = await TestFile.load(path);
    await file.reset();
    isDirty = false;
    if (durations !== undefined) file.durations = durations;
  },

  /** Runs the tests without a mutant; one that fails tells nothing of mutants. */
  async explore({ oneServer }) {
    const atLoad = await file.reset();
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
    return { atLoad, byMutant, usable, durations: file.durations, unfit: failed.size };
  },

  /** `chosen` are the tests that reach the mutant, `anew` those for which modules are evaluated. */
  async run({ id, chosen, anew }) {
    if (chosen.length > 0) {
      if (isDirty) await clean();
      const outcome = await file.run(id, chosen);
      const verdict = await judge(outcome, chosen);
      if (verdict !== undefined) return verdict;
      // Otherwise what is remembered from before the mutant was on hides it.
      if (outcome.wasReached && anew.length === 0) return { verdict: 'survived' };
    }
    return runAnew(id, anew.length === 0 ? chosen : anew);
  },
};

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
  return (await judge(await file.run(id, tests), tests)) ?? { verdict: 'survived' };
}

async function clean() {
  await file.reset();
  isDirty = false;
}

/** A failure counts if, without the mutant, the same passes. */
async function judge({ failed, stray, late }, chosen) {
  if (failed === undefined && !stray) return undefined;
  const by = failed === undefined ? 'an error of no test' : file.name(failed);
  await clean();
  const without = await file.run(undefined, failed === undefined ? chosen : [failed]);
  if (without.failed !== undefined || without.stray) {
    await clean();
    return undefined;
  }
  return { verdict: late ? 'timeout' : 'killed', by };
}
