import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTED, REPOSITORY } from '../build/packages.mjs';

/** Bytes and files that a package may have, unpacked. */
export const CEILINGS = {
  core: { size: 800_000, files: 30 },
  node: { size: 210_000, files: 35 },
  express: { size: 142_000, files: 30 },
  koa: { size: 135_000, files: 30 },
  client: { size: 43_000, files: 12 },
  dev: { size: 25_000, files: 12 },
  'locale-ar': { size: 52_000, files: 12 },
  problems: { size: 150_000, files: 60 },
  report: { size: 110_000, files: 50 },
  testing: { size: 45_000, files: 30 },
  cli: { size: 60_000, files: 22 },
};

const ALLOWED = /^(?:dist\/|docs\/|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/;
const LINK = /\]\(([^)]+)\)/g;

/** What keeps an unpacked package from being published; nothing, if all is well. */
export function checkPackage({ name, folder, manifest, files, size }) {
  const has = new Set(files.map(({ file }) => file));
  const needed = ['README.md', 'LICENSE', 'package.json'];
  if (DOCUMENTED.includes(name)) needed.push('docs/options.md', 'docs/versioning.md');
  return [
    ...needed.filter((file) => !has.has(file)).map((file) => `${file} is missing`),
    ...[...has].filter((file) => !ALLOWED.test(file)).map((file) => `${file} has no place in it`),
    ...checkManifest(name, manifest),
    ...checkSize(name, files.length, size),
    ...[...has].filter((file) => file.endsWith('.md')).flatMap((file) => checkLinks(folder, file)),
  ];
}

function checkManifest(name, manifest) {
  const { repository, publishConfig, license, private: isPrivate } = manifest;
  const faults = [];
  if (isPrivate) faults.push('it is private');
  if (license !== 'MIT') faults.push(`its licence is ${license}`);
  // Provenance is of a repository: the registry compares it with the one that publishes.
  if (repository?.url !== `git+${REPOSITORY}.git`) faults.push('repository.url is another');
  if (repository?.directory !== `packages/${name}`) faults.push('repository.directory is another');
  if (publishConfig?.access !== 'public') faults.push('publishConfig.access is not public');
  if (publishConfig?.provenance !== true) faults.push('publishConfig.provenance is not true');
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
    for (const [dependency, range] of Object.entries(manifest[kind] ?? {})) {
      if (!/^[\d^~<>=]/.test(range))
        faults.push(`${dependency} is ${range}, not a range of versions`);
    }
  }
  return faults;
}

function checkSize(name, count, size) {
  const ceiling = CEILINGS[name];
  const faults = [];
  if (size > ceiling.size) faults.push(`${size} bytes are more than ${ceiling.size}`);
  if (count > ceiling.files) faults.push(`${count} files are more than ${ceiling.files}`);
  return faults;
}

/** The registry shows a README alone; a document has those beside it. */
function checkLinks(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(LINK)]
    .map(([, target]) => target)
    .filter((target) => !/^(?:https:|#)/.test(target))
    .filter((target) => !(file.startsWith('docs/') && isBeside(folder, target)))
    .map((target) => `${file} links to ${target}, which is not there`);
}

function isBeside(folder, target) {
  try {
    readFileSync(join(folder, 'docs', target.replace(/#.*$/, '')));
    return true;
  } catch {
    return false;
  }
}
