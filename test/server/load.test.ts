import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of load/ against the built packages, as a person does with larger numbers. */
async function load(script: string, ...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [`test/server/load/${script}.mjs`, ...options]);
  return stdout;
}

const APPS = ['node', 'express4', 'express5', 'koa2', 'koa3'];

// Each ends with an exit code other than 0 if anything is wrong, which rejects.
describe('the load scripts, in small', () => {
  it.each(APPS)(
    'find nothing in 1,500 mutated requests to %s',
    async (app) => {
      const output = await load(
        'fuzz',
        '--app',
        app,
        '--requests',
        '1500',
        '--seed',
        String(APPS.indexOf(app)),
      );
      expect(output).toContain('uncaught 0, invalid 0, hung 0, leaked 0');
    },
    60_000,
  );

  it.each(APPS)(
    'see no wrong answer among 3,000 errors of %s',
    async (app) => {
      expect(await load('soak', '--app', app, '--requests', '3000')).toContain('wrong 0');
    },
    60_000,
  );

  it.each(APPS)(
    'read the whole 413 of %s while they upload',
    async (app) => {
      for (const path of ['/early', '/late', '/limited']) {
        const output = await load(
          'uploads',
          '--app',
          app,
          '--path',
          path,
          '--times',
          '2',
          '--bytes',
          '3000000',
        );
        expect(output.match(/: 2 of 2 read the whole 413, 2 saw Connection: close/g)).toHaveLength(
          5,
        );
      }
    },
    60_000,
  );
});
