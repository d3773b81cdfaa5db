import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';

// The load takes its time.
jest.setTimeout(120_000);

const run = promisify(execFile);

/** Runs a script of load/ against the built packages, as a person does with larger numbers. */
async function load(script: string, ...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [`test/server/load/${script}.mjs`, ...options]);
  return stdout;
}

const APPS = ['node', 'express4', 'express5', 'koa2', 'koa3', 'http2', 'http2-koa3'];

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/install-test-tools.mjs', 'python3', 'curl']);
}, 120_000);

// Each ends with an exit code other than 0 if anything is wrong, which rejects.
describe('the load scripts, in small', () => {
  it.each(APPS)(
    'find nothing in 1,000 mutated requests to %s',
    async (app) => {
      const seed = String(APPS.indexOf(app));
      const output = await load('fuzz', '--app', app, '--requests', '1000', '--seed', seed);
      expect(output).toContain('uncaught 0, invalid 0, hung 0, leaked 0');
    },
    60_000,
  );

  it.each(['express5', 'http2', 'http2-koa3'])(
    'see no wrong answer among 3,000 errors of %s',
    async (app) => {
      expect(await load('soak', '--app', app, '--requests', '3000')).toContain('wrong 0');
    },
    60_000,
  );

  it.each([
    ['http2', '/early'],
    ['http2', '/limited'],
    ['http2-koa3', '/late'],
  ])(
    'read the whole 413 of %s at %s while they upload over HTTP/2',
    async (app, path) => {
      const options = ['--app', app, '--path', path, '--times', '1', '--bytes', '20000000'];
      const output = await load('uploads', ...options);
      expect(output.match(/: 1 of 1 read the whole 413, 1 were stopped/g)).toHaveLength(2);
    },
    60_000,
  );

  it.each([
    ['node', '/limited'],
    ['express4', '/early'],
    ['express5', '/late'],
    ['koa2', '/limited'],
    ['koa3', '/early'],
  ])(
    'read the whole 413 of %s at %s while they upload',
    async (app, path) => {
      const output = await load(
        'uploads',
        '--app',
        app,
        '--path',
        path,
        '--times',
        '1',
        '--bytes',
        '20000000',
      );
      expect(output.match(/: 1 of 1 read the whole 413, 1 saw Connection: close/g)).toHaveLength(5);
    },
    60_000,
  );
});
