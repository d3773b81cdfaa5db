import { readFileSync, writeFileSync } from 'node:fs';
import { importSource } from './import-source.mjs';
import { renewDocument } from './mapped-errors.mjs';

const { MESSAGES_EN } = await importSource('packages/core/src/locales/messages/en.ts');
const { BUILT_IN_MAPPERS } = await importSource('packages/core/src/mappers/registry.ts');

const file = 'docs/mapped-errors.md';
writeFileSync(file, renewDocument(readFileSync(file, 'utf8'), BUILT_IN_MAPPERS.list, MESSAGES_EN));
