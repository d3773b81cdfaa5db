import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Result {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** What vitest finds in a file of a folder, in a process of its own, on what is built. */
export async function runVitest(folder: string, file: string): Promise<readonly Result[]> {
  const args = ['run', file, '--root', folder, '--reporter=json', '--maxWorkers=1'];
  const vitest = promisify(execFile)('test/node_modules/.bin/vitest', args, {
    env: { ...process.env, NO_COLOR: '1' },
  });
  const { stdout } = await vitest.catch((error: unknown) => error as { stdout: string });
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: readonly Result[] }[];
  };
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}
