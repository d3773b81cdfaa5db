import { readFileSync, writeFileSync } from 'node:fs';
import { importSource } from './import-source.mjs';
import { renewDocument } from './mapped-errors.mjs';
import { listTestedVersions } from './tested-versions.mjs';

const { MESSAGES_EN } = await importSource('packages/core/src/locales/messages/en.ts');
const { BUILT_IN_MAPPERS } = await importSource('packages/core/src/mappers/registry.ts');

const file = 'docs/mapped-errors.md';
const known = {
  mappers: BUILT_IN_MAPPERS.list,
  messages: MESSAGES_EN,
  tested: listTestedVersions(),
};
writeFileSync(file, renewDocument(readFileSync(file, 'utf8'), known));
