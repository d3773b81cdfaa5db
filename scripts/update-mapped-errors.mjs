import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { importSource } from './import-source.mjs';
import { renewDocument } from './mapped-errors.mjs';
import { listLibraries, listTestedByMapper } from './mapped-libraries.mjs';
import { listTestedVersions } from './tested-versions.mjs';

const { MESSAGES_EN } = await importSource('packages/core/src/locales/messages/en.ts');
const { BUILT_IN_MAPPERS } = await importSource('packages/core/src/mappers/registry.ts');

const file = 'docs/mapped-errors.md';
const libraries = listLibraries(listTestedVersions());
const known = { mappers: BUILT_IN_MAPPERS.list, messages: MESSAGES_EN, libraries };
writeFileSync(file, renewDocument(readFileSync(file, 'utf8'), known));

const table = 'packages/core/src/mappers/tested-versions.ts';
writeFileSync(
  table,
  `/** The libraries that the tests of each mapper ran with, and their versions: npm run docs:mapped. */
export const TESTED_VERSIONS: Readonly<Record<string, string | undefined>> = ${JSON.stringify(listTestedByMapper(libraries))};
`,
);
execFileSync('node_modules/.bin/biome', ['format', '--write', table]);
