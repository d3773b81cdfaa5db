import { readFileSync } from 'node:fs';
import { subset } from 'semver';

const PACKAGES = ['core', 'node', 'express', 'koa', 'cli'];
const RANGE = '>=20.19.0';

interface Manifest {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

describe.each(PACKAGES)('@faultless/%s', (name) => {
  const folder = `packages/${name}`;
  const { dependencies = {}, engines } = readManifest(`${folder}/package.json`);

  it('names the Nodes that it runs on', () => {
    expect(engines).toEqual({ node: RANGE });
  });

  it.each(Object.keys(dependencies))('depends on %s, which runs on all of them', (dependency) => {
    const manifest = readManifest(`${folder}/node_modules/${dependency}/package.json`);
    const range = manifest.engines?.node ?? '*';
    expect([range, subset(RANGE, range)]).toEqual([range, true]);
  });
});
