import { readFileSync, writeFileSync } from 'node:fs';
import { MESSAGES_EN } from '../packages/core/dist/esm/locales/messages/en.js';
import { BUILT_IN_MAPPERS } from '../packages/core/dist/esm/mappers/registry.js';
import { renewDocument } from './mapped-errors.mjs';

const file = 'docs/mapped-errors.md';
writeFileSync(file, renewDocument(readFileSync(file, 'utf8'), BUILT_IN_MAPPERS, MESSAGES_EN));
