import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { listEntries } from '../../scripts/public-api.mjs';

// It runs what is built.
jest.setTimeout(600_000);

/** What a process of its own prints, which has what is built, as users do. */
function run(program: string): string {
  const args = ['--input-type=module', '-e', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  expect(stderr).toBe('');
  return stdout;
}

describe('names in a stack', () => {
  // A locale is a value, which is in no stack; what extends a test runner loads in it alone.
  const entries = listEntries().filter(
    ({ entry }) => !/^@faultless\/(?:locale-ar$|testing\/)/.test(entry),
  );

  it.each(entries)('are those that $entry exports', ({ entry }) => {
    const program = `
      import * as exported from '${entry}';
      const names = Object.entries(exported).map(([name, value]) =>
        [name, typeof value === 'function' ? value.name : name]);
      console.log(JSON.stringify(names));`;
    const names = JSON.parse(run(program)) as [string, string][];
    expect(names).not.toEqual([]);
    expect(names.filter(([exported, own]) => exported !== own)).toEqual([]);
  });

  it('lead from a wrong option to the function that was called with it', () => {
    const stack = run(`
      import { errorHandler } from '@faultless/express';
      try { errorHandler({ reelm: 'api' }); } catch ({ stack }) { console.log(stack); }`);
    expect(stack).toMatch(/at checkOptions .*\/core\/dist\/adapter\.js:/);
    expect(stack).toMatch(/at errorHandler .*\/express\/dist\/index\.js:/);
  });
});
