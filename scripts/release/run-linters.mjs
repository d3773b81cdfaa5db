import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const LINTERS = [
  ['publint', (tarball) => [tarball, '--strict']],
  ['attw', (tarball) => [tarball, '--profile', 'node16', '--format', 'ascii', '--no-color']],
];

/** What publint and Are the types wrong? say against a tarball. */
export async function runLinters(tarball) {
  const faults = await Promise.all(
    LINTERS.map(([name, args]) =>
      run(`node_modules/.bin/${name}`, args(tarball)).then(
        () => [],
        ({ stdout, stderr }) => [`${name} says:\n${stdout}${stderr}`],
      ),
    ),
  );
  return faults.flat();
}
