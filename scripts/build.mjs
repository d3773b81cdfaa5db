import { rmSync } from 'node:fs';
import { bundleCode } from './build/bundle-code.mjs';
import { bundleTypes } from './build/bundle-types.mjs';
import { copyDocs } from './build/copy-docs.mjs';
import { declareCommonJs } from './build/declare-commonjs.mjs';
import { DOCUMENTED, listEntries, PACKAGES } from './build/packages.mjs';

const declarations = [];

// Each is compiled with the types of those before it.
for (const name of PACKAGES) {
  const folder = `packages/${name}`;
  const entries = listEntries(folder);
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  await bundleTypes(folder, entries);
  await bundleCode(folder, entries);
  declarations.push(...entries.map((entry) => `${folder}/dist/${entry.name}.d.ts`));
}

declareCommonJs(declarations);
for (const name of DOCUMENTED) copyDocs(`packages/${name}`);
