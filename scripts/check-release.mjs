// Packs all packages, checks what comes out, and prints what would be published. It publishes nothing.
// node scripts/check-release.mjs [folder for the tarballs]
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkLicences, listLicences } from './release/check-licences.mjs';
import { CEILINGS, checkPackage } from './release/check-package.mjs';
import { packPackages } from './release/pack-packages.mjs';
import { runLinters } from './release/run-linters.mjs';

const work = mkdtempSync(join(tmpdir(), 'faultless-release-'));
const [kept] = process.argv.slice(2);
if (kept !== undefined) mkdirSync(kept, { recursive: true });

const faults = [];
try {
  for (const packed of packPackages(work)) {
    const { name, version } = packed.manifest;
    console.log(
      `${name}@${version}: ${packed.files.length} files, ${packed.size} of ${CEILINGS[packed.name].size} bytes`,
    );
    for (const { file, size } of packed.files) console.log(`  ${String(size).padStart(7)} ${file}`);
    const found = [...checkPackage(packed), ...(await runLinters(packed.tarball))];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    if (kept !== undefined) cpSync(packed.tarball, join(kept, basename(packed.tarball)));
  }
  const licences = listLicences();
  for (const { licence, packages } of licences) console.log(`${licence}: ${packages.join(', ')}`);
  faults.push(...checkLicences(licences));
} finally {
  rmSync(work, { recursive: true });
}

for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Ready to be published.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
