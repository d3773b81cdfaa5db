import { readFileSync, writeFileSync } from 'node:fs';
import { measureBundles } from './bundle-sizes.mjs';

const DOCUMENT = 'docs/performance.md';
const MARKS = /(<!-- sizes: .*? -->\n)[\s\S]*?(<!-- \/sizes -->)/;

const rows = measureBundles().map(({ what, size }) => `| ${what} | ${(size / 1000).toFixed(1)} |`);
const table = ['| What a bundle uses | kB |', '| --- | --: |', ...rows].join('\n');
const text = readFileSync(DOCUMENT, 'utf8');
writeFileSync(
  DOCUMENT,
  text.replace(MARKS, (_, begin, end) => `${begin}\n${table}\n\n${end}`),
);
