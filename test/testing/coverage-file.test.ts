import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';

// Jest is started, on what is built.
jest.setTimeout(120_000);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultless-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the tests of an application, each file in a process of its own, as users do. */
async function runJest(
  files: readonly string[],
  more: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const config = {
    rootDir: 'test/testing/jest',
    testEnvironment: 'node',
    testMatch: ['**/*.spec.cjs'],
    globalSetup: './clear.cjs',
    globalTeardown: './check.cjs',
    setupFilesAfterEnv: ['@faultless/testing/jest'],
    maxWorkers: 2,
    workerThreads: false,
  };
  const args = ['node_modules/jest/bin/jest.js', '--config', JSON.stringify(config), ...files];
  const env = { ...process.env, FOLDER: folder, NO_COLOR: '1', ...more };
  try {
    const { stderr } = await promisify(execFile)(process.execPath, args, { env });
    return { code: 0, output: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, output: stderr };
  }
}

describe('problemCoverage, with a file that several processes write', () => {
  it('puts together what they have seen', async () => {
    const { code, output } = await runJest([], { CONFLICT: '1' });
    expect(output).toMatch(/^Tests: +3 passed/m);
    expect(code).toBe(0);
  });

  it('fails the run for what nobody has seen, though an earlier run had', async () => {
    await runJest([], { CONFLICT: '1' });
    const { code, output } = await runJest(['refused'], { CONFLICT: '1' });
    expect(output).toMatch(/^Tests: +2 passed/m);
    expect(output).toContain(
      'Problems that are declared, but were never sent:\n  GET /orders/:id: Conflict\n',
    );
    expect(code).toBe(1);
  });

  it('fails the run for what is not declared, with the answer', async () => {
    const { code, output } = await runJest([]);
    expect(output).toContain(
      'Problems that were sent, but are not declared:\n  GET /orders/8 (GET /orders/:id): 409\n\n    HTTP 409\n',
    );
    expect(code).toBe(1);
  });
});
