import { readFileSync } from 'node:fs';
import { type BenchmarkResult, writeTables } from '../../scripts/benchmark-tables.mjs';

const { results } = JSON.parse(readFileSync('docs/benchmarks/results.json', 'utf8')) as {
  readonly results: readonly BenchmarkResult[];
};

describe('docs/performance.md', () => {
  it('has the tables of docs/benchmarks/results.json (npm run docs:benchmarks)', () => {
    expect(results.length).toBeGreaterThan(0);
    expect(readFileSync('docs/performance.md', 'utf8')).toContain(writeTables(results));
  });
});
