import { readFileSync } from 'node:fs';
import { listSources, statusesOf } from '@faultless/core/statuses';
import { writeCounts } from '../../scripts/catalogue-counts.mjs';

const document = readFileSync('docs/catalogue.md', 'utf8');
const sources = listSources().map((source) => [source, statusesOf(source)] as const);

describe('docs/catalogue.md', () => {
  it('counts what the catalogue has', () => {
    // If it does not: npm run catalogue:update.
    expect(writeCounts(document, sources)).toBe(document);
  });

  it('would notice a status that comes or goes', () => {
    const fewer = sources.map(([source, statuses]) => [source, statuses.slice(1)] as const);
    const kept = fewer.filter(([, statuses]) => statuses.length > 0);
    expect(writeCounts(document, kept)).not.toBe(document);
  });

  it('has its place for them', () => {
    expect(() => writeCounts('# no place', sources)).toThrow('no place');
  });
});
