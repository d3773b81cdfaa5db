import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { NODES, RUNS } from '../../scripts/nodes.mjs';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

const PACKAGES = [
  'core',
  'node',
  'express',
  'koa',
  'client',
  'dev',
  'locale-ar',
  'problems',
  'report',
  'testing',
  'cli',
];
const VERSIONING = readFileSync('docs/versioning.md', 'utf8');

interface Manifest {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

const RANGE = String(readManifest('package.json').engines?.node);

/** A version as one number, to compare by: `20.19` is that of 20.19.0. */
function rank(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return (major * 1000 + minor) * 1000 + patch;
}

/** The lowest Node that a range such as `>=20.19.0` or `^18.2 || >=20` takes. */
function findLowest(range: string): number {
  return Math.min(...range.split('||').map((part) => rank(/\d[\d.]*/.exec(part)?.[0] ?? '0')));
}

describe.each(PACKAGES)('what @faultless/%s depends on', (name) => {
  const folder = `packages/${name}`;
  const { dependencies = {}, engines } = readManifest(`${folder}/package.json`);

  it('runs on every Node that the package names', () => {
    expect(engines?.node).toBe(RANGE);
    for (const dependency of Object.keys(dependencies)) {
      const manifest = readManifest(`${folder}/node_modules/${dependency}/package.json`);
      const lowest = findLowest(manifest.engines?.node ?? '0');
      expect([dependency, lowest <= findLowest(RANGE)]).toEqual([dependency, true]);
    }
  });
});

describe('the tests', () => {
  const majorOf = (version: string): number => Number.parseInt(version, 10);

  it('run on every major above the lowest, all of them on the newest', () => {
    const tried = NODES.map(([version]) => version);
    const [lowest, ...majors] = new Set(tried.map(majorOf).sort());
    expect(RUNS.map(([version]) => majorOf(version))).toEqual(majors.reverse());
    expect(lowest).toBe(majorOf(String(tried[0])));
    expect(tried).toEqual(expect.arrayContaining(RUNS.map(([version]) => version)));
    expect(RUNS[0]?.[1]).toEqual([]);
  });
});

describe('the lowest Node', () => {
  it('is tried, and every one that is tried is at least that', () => {
    const tried = NODES.map(([version]) => rank(version));
    expect(Math.min(...tried)).toBe(findLowest(RANGE));
  });

  it('is the one that docs/versioning.md and the README name', () => {
    expect(VERSIONING).toContain(`\`${RANGE}\``);
    const short = RANGE.replace('>=', '').replace(/\.0$/, '');
    expect(readFileSync('README.md', 'utf8')).toContain(`Node ${short} or later`);
  });
});

describe('docs/versioning.md', () => {
  it('names the majors that are tried', () => {
    const majors = [...new Set(NODES.map(([version]) => Number.parseInt(version, 10)))].sort();
    const last = String(majors.pop());
    expect(VERSIONING).toContain(`Tested are Node ${majors.join(', ')} and ${last}`);
  });
});
