import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PACKAGES } from '../build/packages.mjs';

export const RELEASED = [...PACKAGES, 'cli'];

/** Packs what is built as `pnpm publish` does, and unpacks it beside: what users get. */
export function packPackages(folder) {
  mkdirSync(folder, { recursive: true });
  const filter = RELEASED.flatMap((name) => ['--filter', `@faultless/${name}`]);
  const pack = [...filter, 'pack', '--out', join(resolve(folder), '%s.tgz')];
  execFileSync('npm', ['run', '-s', 'pnpm', '--', ...pack], { stdio: 'pipe' });
  return RELEASED.map((name) => {
    const tarball = join(folder, `faultless-${name}.tgz`);
    const unpacked = join(folder, name);
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
    return { name, tarball, ...readPacked(unpacked) };
  });
}

/** What an unpacked package holds: its manifest, and each file with its size in bytes. */
export function readPacked(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(folder, path), size: statSync(path).size }));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, manifest, files, size: files.reduce((sum, { size }) => sum + size, 0) };
}
