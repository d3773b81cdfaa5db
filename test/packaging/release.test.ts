import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getReleasePlan from '@changesets/get-release-plan';
import { jest } from '@jest/globals';
import { checkLicences, listLicences } from '../../scripts/release/check-licences.mjs';
import { checkPackage } from '../../scripts/release/check-package.mjs';
import { packPackages, RELEASED, readPacked } from '../../scripts/release/pack-packages.mjs';
import { runLinters } from '../../scripts/release/run-linters.mjs';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

let work: string;
let packages: ReturnType<typeof packPackages>;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'faultless-'));
  packages = packPackages(work);
});

afterAll(() => rmSync(work, { recursive: true }));

function find(name: string): (typeof packages)[number] {
  const packed = packages.find((each) => each.name === name);
  if (packed === undefined) throw new Error(`${name} was not packed`);
  return packed;
}

/** What is found in a package after something was done to what is unpacked. */
function spoil(name: string, change: (folder: string) => void): string[] {
  const folder = mkdtempSync(join(work, 'spoiled-'));
  cpSync(find(name).folder, folder, { recursive: true });
  change(folder);
  return checkPackage({ name, ...readPacked(folder) });
}

const edit = (file: string, from: string, to: string) => (folder: string) => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

describe.each(RELEASED)('the tarball of @faultless/%s', (name) => {
  it('has what it needs, no more than it may, and links that lead somewhere', () => {
    expect(find(name).files.length).toBeGreaterThan(4);
    expect(checkPackage(find(name))).toEqual([]);
  });

  it('is what publint and Are the types wrong? ask for', async () => {
    expect(await runLinters(find(name).tarball)).toEqual([]);
  });

  it('has the licence of the repository', () => {
    const licence = readFileSync(join(find(name).folder, 'LICENSE'), 'utf8');
    expect(licence).toBe(readFileSync('LICENSE', 'utf8'));
  });
});

describe('checkPackage', () => {
  it.each<[what: string, name: string, change: (folder: string) => void, fault: string]>([
    [
      'a range of the workspace',
      'express',
      edit('package.json', '"@faultless/node": "', '"@faultless/node": "workspace:'),
      '@faultless/node is workspace:^0.0.0, not a range of versions',
    ],
    [
      'an answer without provenance',
      'node',
      edit('package.json', '"provenance": true', '"provenance": false'),
      'publishConfig.provenance is not true',
    ],
    [
      'another repository',
      'core',
      edit('package.json', 'git+https', 'git+ssh'),
      'repository.url is another',
    ],
    [
      'a file too many',
      'koa',
      (folder) => writeFileSync(join(folder, '.env'), ''),
      '.env has no place in it',
    ],
    [
      'no documents',
      'koa',
      (folder) => unlinkSync(join(folder, 'docs/options.md')),
      'docs/options.md is missing',
    ],
    [
      'a link out of the README',
      'cli',
      edit('README.md', '# ', '[docs](../../docs/options.md) # '),
      'README.md links to ../../docs/options.md, which is not there',
    ],
    [
      'a document that links to none',
      'node',
      edit('docs/options.md', '# ', '[more](no.md#way) # '),
      'docs/options.md links to no.md#way, which is not there',
    ],
    [
      'too much',
      'cli',
      (folder) => writeFileSync(join(folder, 'dist/main.js'), 'x'.repeat(60_000)),
      'bytes are more than 60000',
    ],
  ])('finds %s', (_what, name, change, fault) => {
    expect(spoil(name, change).join('\n')).toContain(fault);
  });
});

describe('what a user installs', () => {
  it('is under permissive licences', () => {
    const licences = listLicences();
    expect(licences.flatMap(({ packages: names }) => names)).toContain('commander');
    expect(checkLicences(licences)).toEqual([]);
  });

  it('would be found out if it were not', () => {
    const copyleft = { licence: 'GPL-3.0-only', packages: ['made-up'] };
    expect(checkLicences([copyleft])).toEqual(['made-up: GPL-3.0-only is not known as permissive']);
  });
});

describe('the next release', () => {
  it('has one version for all packages, 0.1.0 the first time', async () => {
    const { releases } = await getReleasePlan(process.cwd());
    const next = RELEASED.map((name) => {
      const { version } = find(name).manifest;
      return releases.find((each) => each.name === `@faultless/${name}`)?.newVersion ?? version;
    });
    const isFirst = find('core').manifest.version === '0.0.0';
    expect(next).toEqual(RELEASED.map(() => (isFirst ? '0.1.0' : next[0])));
  });
});
