import { execFileSync } from 'node:child_process';

/** Makes sure that a real client is there; fails if it can't be installed. @returns its path */
export function installTool(name: 'chromium' | 'curl'): string {
  execFileSync(process.execPath, ['scripts/install-test-tools.mjs', name], { stdio: 'inherit' });
  return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
}
