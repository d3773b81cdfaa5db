import { execFileSync } from 'node:child_process';
import { RELEASED } from './pack-packages.mjs';

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
]);

/** The licences of everything that a user installs with the packages, each with who has it. */
export function listLicences() {
  const filter = RELEASED.flatMap((name) => ['--filter', `@faultless/${name}`]);
  const list = ['licenses', 'list', '--prod', '--json', ...filter];
  const output = execFileSync('npm', ['run', '-s', 'pnpm', '--', ...list], { encoding: 'utf8' });
  return Object.entries(JSON.parse(output)).map(([licence, packages]) => ({
    licence,
    packages: packages.map(({ name }) => name).sort(),
  }));
}

export function checkLicences(licences) {
  return licences
    .filter(({ licence }) => !PERMISSIVE.has(licence))
    .map(
      ({ licence, packages }) => `${packages.join(', ')}: ${licence} is not known as permissive`,
    );
}
