import { readFileSync, writeFileSync } from 'node:fs';
import { writeTables } from './benchmark-tables.mjs';

const DOCUMENT = 'docs/performance.md';
const MARKS = /(<!-- benchmarks: .*? -->\n)[\s\S]*?(<!-- \/benchmarks -->)/;

const { results } = JSON.parse(readFileSync('docs/benchmarks/results.json', 'utf8'));
const text = readFileSync(DOCUMENT, 'utf8');
writeFileSync(
  DOCUMENT,
  text.replace(MARKS, (_, begin, end) => `${begin}\n${writeTables(results)}\n\n${end}`),
);
