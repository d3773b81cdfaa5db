import { readFileSync, writeFileSync } from 'node:fs';
import { writeCounts } from './catalogue-counts.mjs';
import { importSource } from './import-source.mjs';

const { listSources, statusesOf } = await importSource('packages/core/src/statuses.ts');

const DOCUMENT = 'docs/catalogue.md';
const sources = listSources().map((source) => [source, statusesOf(source)]);
writeFileSync(DOCUMENT, writeCounts(readFileSync(DOCUMENT, 'utf8'), sources));
