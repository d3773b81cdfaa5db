import { execFile } from 'node:child_process';
import { readFile, rm, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { NODES } from '../../scripts/nodes.mjs';
import { listEntries } from '../../scripts/public-api.mjs';
import { installApp } from './install-app.js';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

const run = promisify(execFile);

/** TypeScript's ways to find types. */
const RESOLUTIONS = [
  ['node16', ['--module', 'node16'], ['use.mts', 'use.cts', 'mixed.mts']],
  ['nodenext', ['--module', 'nodenext'], ['use.mts', 'use.cts', 'mixed.mts']],
  ['bundler', ['--module', 'preserve'], ['use.mts', 'use.cts']],
] as const;

const TS_JEST = { strict: true, target: 'es2022', types: ['jest', 'node'] };

interface Loaded {
  readonly entry: string;
  readonly imported: string[];
  readonly required: string[];
  /** Undefined where all that an entry has is texts. */
  readonly same?: boolean;
  readonly known: boolean;
}

let app: string;

/** Runs a tool of the workspace; what it prints, whether it succeeds or not. */
async function runTool(name: string, args: readonly string[]): Promise<string> {
  const tool = run(resolve('node_modules/.bin', name), args, { cwd: app });
  return tool.then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stdout: string }).stdout,
  );
}

/** The values that the snapshot of an entry promises; types leave no trace at run time. */
async function readPromise(snapshot: string): Promise<string[]> {
  const text = await readFile(snapshot, 'utf8');
  return [...text.matchAll(/^## value (\w+)$/gm)].map(([, name]) => String(name)).sort();
}

const sum = (sizes: readonly { size: number }[]) =>
  sizes.reduce((total, { size }) => total + size, 0);

beforeAll(async () => {
  app = await installApp({
    express: '5',
    koa: '3',
    '@types/express': '5',
    '@types/jest': '30',
    '@types/koa': '3',
    '@types/node': '20',
  });
}, 600_000);

afterAll(() => rm(app, { recursive: true, force: true }));

describe('an app that installed the tarballs', () => {
  it.each(RESOLUTIONS)('compiles with their types, found as %s does', async (_, how, files) => {
    const options = [...how, '--strict', '--skipLibCheck', 'false', '--target', 'es2022'];
    const output = await runTool('tsc', ['--noEmit', ...options, '--types', 'node', ...files]);
    expect(output.split('\n').filter((line) => /^\w+\.[mc]ts|@faultless/.test(line))).toEqual([]);
  });

  it('compiles with their types, found as TypeScript did before it knew `exports`', async () => {
    const old = ['--module', 'commonjs', '--moduleResolution', 'node10'];
    const options = [...old, '--ignoreDeprecations', '6.0', '--strict', '--types', 'node'];
    const compiler = resolve('node_modules/typescript/lib/tsc.js');
    await run(process.execPath, [compiler, '--noEmit', ...options, '--skipLibCheck', 'use.cts'], {
      cwd: app,
    });
  });

  it('loads declarations of at most 150 kB, by import and by require together', async () => {
    const output = await runTool('tsc', [
      ...['--noEmit', '--listFilesOnly', '--module', 'nodenext', '--types', 'node'],
      ...['use.mts', 'use.cts'],
    ]);
    const loaded = output.split('\n').filter((line) => line.includes('@faultless/'));
    const sizes = await Promise.all(loaded.map((file) => stat(file)));
    expect(loaded.length).toBeGreaterThan(4);
    expect(sum(sizes)).toBeLessThanOrEqual(150_000);
  });

  it('runs its tests with jest, in CommonJS, and with ts-jest', async () => {
    const config = {
      rootDir: join(app, 'jest'),
      testEnvironment: 'node',
      transform: { '\\.ts$': [resolve('node_modules/ts-jest'), { tsconfig: TS_JEST }] },
    };
    await symlink(resolve('node_modules/typescript'), join(app, 'node_modules/typescript'));
    const jest = ['--config', JSON.stringify(config), '--json', '--silent'];
    const { numPassedTests, testResults } = JSON.parse(await runTool('jest', jest)) as {
      numPassedTests: number;
      testResults: { message: string }[];
    };
    expect(testResults.map(({ message }) => message)).toEqual(['', '']);
    expect(numPassedTests).toBe(3);
  });

  it.each(NODES)(
    'gets by import and by require on Node %s what the snapshots promise, the same copy: %s',
    async (version, sameCopy) => {
      const promises = new Map<string, string[]>();
      for (const { entry, snapshot } of listEntries()) {
        // What extends a test runner loads in it alone.
        if (entry.startsWith('@faultless/testing/')) continue;
        promises.set(entry, await readPromise(snapshot));
      }
      const node =
        version === process.versions.node ? [process.execPath] : ['npx', '-y', `node@${version}`];
      const [command, ...args] = [...node, 'load.cjs', ...promises.keys()];
      const { stdout, stderr } = await run(String(command), args, { cwd: app });
      const { loaded, ...rest } = JSON.parse(stdout) as {
        node: string;
        across: boolean;
        loaded: Loaded[];
      };
      expect(rest).toEqual({ node: version, across: sameCopy });
      for (const { entry, imported, required, same, known } of loaded) {
        expect([entry, imported]).toEqual([entry, promises.get(entry)]);
        expect([entry, required]).toEqual([entry, promises.get(entry)]);
        expect([entry, same ?? sameCopy, known]).toEqual([entry, sameCopy, true]);
      }
      expect(loaded).toHaveLength(promises.size);
      expect(stderr).not.toContain('ExperimentalWarning');
    },
    600_000,
  );
});
