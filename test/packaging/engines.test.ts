import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

const PACKAGES = ['core', 'node', 'express', 'koa', 'cli'];

interface Manifest {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** The first major version of the lowest Node that a range such as `>=20` or `^18.2 || >=20` takes. */
function findLowest(range: string): number {
  return Math.min(...range.split('||').map((part) => Number(/\d+/.exec(part)?.[0] ?? 0)));
}

describe.each(PACKAGES)('what @faultless/%s depends on', (name) => {
  const folder = `packages/${name}`;
  const { dependencies = {}, engines } = readManifest(`${folder}/package.json`);

  it('runs on every Node that the package names', () => {
    const lowest = findLowest(String(engines?.node));
    expect(lowest).toBe(20);
    for (const dependency of Object.keys(dependencies)) {
      const manifest = readManifest(`${folder}/node_modules/${dependency}/package.json`);
      expect([dependency, findLowest(manifest.engines?.node ?? '0') <= lowest]).toEqual([
        dependency,
        true,
      ]);
    }
  });
});
