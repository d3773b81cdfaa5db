import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { measureBundles } from '../../scripts/bundle-sizes.mjs';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

const DOCUMENTED = new Map(
  Array.from(
    readFileSync('docs/performance.md', 'utf8').matchAll(/^\| (.+?) \| (\d+\.\d) \|$/gm),
    ([, what, size]) => [what, Number(size)],
  ),
);

describe.each(measureBundles())('a bundle of $what', ({ what, size, ceiling }) => {
  it('stays under its ceiling', () => {
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(ceiling);
  });

  it('is in docs/performance.md as large as it is (npm run docs:sizes)', () => {
    const documented = Number(DOCUMENTED.get(what)) * 1000;
    expect(Math.abs(documented - size) / size).toBeLessThan(0.03);
  });
});
