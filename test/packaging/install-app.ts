import { execFile } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGES } from '../../scripts/build/packages.mjs';
import { packPackages } from '../../scripts/release/pack-packages.mjs';

/** Makes an app in a folder of its own, with the packages as they are packed. @returns the folder */
export async function installApp(others: Readonly<Record<string, string>>): Promise<string> {
  const app = await mkdtemp(join(tmpdir(), 'faultless-'));
  await cp('test/packaging/consumer', app, { recursive: true });
  const packed = packPackages(join(app, 'packed'))
    .filter(({ name }) => PACKAGES.includes(name))
    .map(({ name, tarball }) => [`@faultless/${name}`, `file:${tarball}`] as const);
  const dependencies = { ...Object.fromEntries(packed), ...others };
  await writeFile(join(app, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', install, { cwd: app });
  return app;
}
