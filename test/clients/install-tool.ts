import { execFileSync } from 'node:child_process';

/** Makes sure that a real client or proxy is there; fails if it can't be installed. @returns its path */
export function installTool(name: string): string {
  execFileSync(process.execPath, ['scripts/install-test-tools.mjs', name], { stdio: 'inherit' });
  // Daemons are in a directory that only root has among its own.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8', env }).trim();
}
