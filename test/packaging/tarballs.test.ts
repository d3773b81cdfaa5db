import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listEntries } from '../../scripts/public-api.mjs';

const run = promisify(execFile);
const PACKAGES = ['core', 'node', 'express', 'koa'];
const OTHER_NODES = ['22.23.3', '24.21.0'];

interface Loaded {
  readonly entry: string;
  readonly imported: string[];
  readonly required: string[];
  readonly copiesAgree: boolean;
}

let app: string;
const tarball = (name: string): string => join(app, `faultless-${name}.tgz`);

/** Runs a tool of the workspace; what it prints, whether it succeeds or not. */
async function runTool(name: string, args: string[]): Promise<string> {
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

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'faultless-'));
  await cp('test/packaging/consumer', app, { recursive: true });
  const filter = PACKAGES.flatMap((name) => ['--filter', `@faultless/${name}`]);
  const pack = [...filter, 'pack', '--out', join(app, '%s.tgz')];
  await run('npm', ['run', '-s', 'pnpm', '--', ...pack]);
  const packed = PACKAGES.map((name) => [`@faultless/${name}`, `file:${tarball(name)}`]);
  const dependencies = {
    ...(Object.fromEntries(packed) as Record<string, string>),
    express: '5',
    koa: '3',
    '@types/express': '5',
    '@types/koa': '3',
    '@types/node': '20',
  };
  await writeFile(join(app, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: app });
}, 600_000);

afterAll(() => rm(app, { recursive: true, force: true }));

describe.each(PACKAGES)('the tarball of @faultless/%s', (name) => {
  it('depends on versions, not on the workspace', async () => {
    const manifest = await readFile(join(app, 'node_modules/@faultless', name, 'package.json'));
    expect(manifest.toString()).toMatch(/"version": "\d/);
    expect(manifest.toString()).not.toContain('workspace:');
  });

  it('is what publint asks for', async () => {
    expect(await runTool('publint', [tarball(name), '--strict'])).toContain('All good!');
  });

  it('has types that every module resolution finds', async () => {
    const attw = ['--profile', 'node16', '--format', 'ascii', '--no-color'];
    expect(await runTool('attw', [tarball(name), ...attw])).toContain('No problems found');
  });
});

describe('an app that installed the tarballs', () => {
  it.each(['use.mts', 'use.cts'])('compiles %s with their types', async (file) => {
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const output = await runTool('tsc', ['--noEmit', ...options, file]);
    expect(output.split('\n').filter((line) => /^use|@faultless/.test(line))).toEqual([]);
  });

  it.each([process.versions.node, ...OTHER_NODES])(
    'gets by import and by require on Node %s what the snapshots promise',
    async (version) => {
      const promises = new Map<string, string[]>();
      for (const { entry, snapshot } of listEntries()) {
        promises.set(entry, await readPromise(snapshot));
      }
      const node =
        version === process.versions.node ? [process.execPath] : ['npx', '-y', `node@${version}`];
      const [command, ...args] = [...node, 'load.cjs', ...promises.keys()];
      const { stdout } = await run(String(command), args, { cwd: app });
      const { node: ran, loaded } = JSON.parse(stdout) as { node: string; loaded: Loaded[] };
      expect(ran).toBe(version);
      for (const { entry, imported, required, copiesAgree } of loaded) {
        expect([entry, imported]).toEqual([entry, promises.get(entry)]);
        expect([entry, required]).toEqual([entry, promises.get(entry)]);
        expect([entry, copiesAgree]).toEqual([entry, true]);
      }
      expect(loaded).toHaveLength(promises.size);
    },
    600_000,
  );
});
