import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';

// It runs what is built.
jest.setTimeout(120_000);

const run = promisify(execFile);

// It ends with an exit code other than 0 if anything is wrong, which rejects.
it('the fuzz of neighbours, in small, finds nothing', async () => {
  const options = ['--requests', '2000', '--minutes', '1', '--seed', '7'];
  const { stdout } = await run(process.execPath, ['test/neighbours/fuzz.mjs', ...options]);
  expect(stdout).toContain('2000 requests');
  expect(stdout).toContain('uncaught 0, wrong 0');
});
