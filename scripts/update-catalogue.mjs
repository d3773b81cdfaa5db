import { readFileSync, writeFileSync } from 'node:fs';
import { listSources, statusesOf } from '../packages/core/dist/esm/statuses/index.js';
import { writeCounts } from './catalogue-counts.mjs';

const DOCUMENT = 'docs/catalogue.md';
const sources = listSources().map((source) => [source, statusesOf(source)]);
writeFileSync(DOCUMENT, writeCounts(readFileSync(DOCUMENT, 'utf8'), sources));
