import vm from 'node:vm';
import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';
import { bundleTest } from './bundle-test.mjs';
import { ROOT } from './sources.mjs';
import { collectStrayErrors } from './stray-errors.mjs';
import { switchOn, takeReached } from './switches.mjs';

const GLOBALS = {
  describe: circus.describe,
  it: circus.it,
  test: circus.test,
  beforeAll: circus.beforeAll,
  beforeEach: circus.beforeEach,
  afterAll: circus.afterAll,
  afterEach: circus.afterEach,
  expect: jestExpect,
  // How long a test may take is for the run to say.
  jest: Object.assign(new ModuleMocker(globalThis), { setTimeout: () => undefined }),
};
Object.assign(globalThis, GLOBALS);

const libraries = new Map([['@jest/globals', GLOBALS]]);
globalThis.$library = (url) => libraries.get(url);

async function library(url) {
  if (!libraries.has(url)) {
    const namespace = await import(url);
    // jest takes every property of a CommonJS module for an export.
    libraries.set(url, { ...namespace.default, ...namespace });
  }
  return libraries.get(url);
}

/** Milliseconds that a test may take, whatever it says itself, where nothing is known of it yet. */
const PATIENCE = 60_000;

/** A test may take so many times what it took before, and these milliseconds on top. */
const FACTOR = 5;
const GRACE = 3000;

/** Milliseconds that a hook may take with a mutant on. */
const PATIENCE_WITH_HOOK = 10_000;

/** How `describeEachServer` names its blocks. */
const ON_SERVER = /(?:^| > )on [^>]+(?: > |$)/;

/** A test file, loaded once, whose tests can be run over and over. */
export class TestFile {
  #evaluate;
  #tests = [];
  /** By the number of a test. */
  durations = [];
  /** The numbers of tests that have failed without a mutant. */
  distrusted = new Set();

  static async load(path) {
    const text = await bundleTest(path, library);
    const script = new vm.Script(`(async function () {${text}\n})`, {
      filename: `${ROOT}${path}`,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    return new TestFile(script.runInThisContext());
  }

  constructor(evaluate) {
    this.#evaluate = evaluate;
  }

  /** Evaluates all modules anew, with a mutant on or none, and returns the mutants that were reached. */
  async reset(id) {
    switchOn(id);
    takeReached();
    circus.resetState();
    try {
      await this.#evaluate();
    } finally {
      switchOn(undefined);
    }
    this.#tests = listTests(circus.getState().rootDescribeBlock);
    for (const test of this.#tests) {
      test.wanted = test.mode;
      // One after the other, so that it shows which reaches what.
      test.concurrent = false;
    }
    return takeReached();
  }

  get size() {
    return this.#tests.length;
  }

  all() {
    return [...this.#tests.keys()];
  }

  /** The numbers of the tests, without those that differ from another only in the server. */
  oneOfEachServer() {
    const names = new Set();
    return this.all().filter((number) => {
      const name = this.name(number).replace(ON_SERVER, ' > ');
      return !names.has(name) && names.add(name);
    });
  }

  name(number) {
    const names = [];
    for (let at = this.#tests[number]; at?.parent; at = at.parent) names.unshift(at.name);
    return names.join(' > ');
  }

  /** Runs tests, and returns those that failed and what each reached. */
  async explore(chosen) {
    const reached = this.#tests.map(() => []);
    const blocks = new Map();
    const failed = new Set();
    const listener = (event) => {
      const at = event.name;
      if (at === 'hook_success' && event.hook.type === 'beforeAll') {
        const block = blocks.get(event.describeBlock) ?? [];
        blocks.set(event.describeBlock, [...block, ...takeReached()]);
      } else if (at === 'test_start') takeReached();
      else if (at === 'test_done') {
        const number = this.#tests.indexOf(event.test);
        reached[number] = takeReached();
        this.durations[number] = event.test.duration;
        if (event.test.errors.length > 0) failed.add(number);
      }
    };
    const errors = await this.#run({
      listener,
      limit: () => PATIENCE,
      hookLimit: PATIENCE,
      chosen,
    });
    this.#tests.forEach((test, number) => {
      for (let block = test.parent; block; block = block.parent) {
        reached[number].push(...(blocks.get(block) ?? []));
      }
    });
    return { reached, failed, errors };
  }

  /**
   * Runs some tests with a mutant on, or none, until one fails.
   *
   * @returns {Promise<{ failed?: number, stray: boolean, wasReached: boolean }>} the number of the
   *   test; `stray` when something failed that no test owns
   */
  async run(id, chosen) {
    let failed;
    let late = false;
    const listener = (event) => {
      if (event.name !== 'test_done' || event.test.errors.length === 0) return;
      failed ??= this.#tests.indexOf(event.test);
      late ||= isTimeout(event.test.errors);
      for (const test of this.#tests) test.mode = 'skip';
    };
    takeReached();
    switchOn(id);
    const limit = (number) => FACTOR * (this.durations[number] ?? PATIENCE / FACTOR) + GRACE;
    const errors = await this.#run({ listener, limit, hookLimit: PATIENCE_WITH_HOOK, chosen });
    switchOn(undefined);
    const wasReached = id !== undefined && takeReached().includes(id);
    return { failed, late, stray: failed === undefined && errors.length > 0, wasReached };
  }

  async #run({ listener, limit, hookLimit, chosen }) {
    const state = circus.getState();
    state.unhandledErrors.length = 0;
    state.testTimeout = hookLimit;
    const wanted = new Set(chosen);
    this.#tests.forEach((test, number) => {
      test.errors = [];
      test.status = null;
      test.timeout = limit(number);
      test.mode = wanted.has(number) ? test.wanted : 'skip';
    });
    const takeStray = collectStrayErrors();
    circus.addEventHandler(listener);
    await circus.run();
    await new Promise((resolve) => setImmediate(resolve));
    circus.removeEventHandler(listener);
    return [...takeStray(), ...state.unhandledErrors];
  }
}

function listTests(block) {
  return block.children.flatMap((child) => (child.type === 'test' ? [child] : listTests(child)));
}

function isTimeout(errors) {
  return errors
    .flat()
    .some((error) => String(error?.message ?? error).includes('Exceeded timeout'));
}
