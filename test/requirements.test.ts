import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REQUIREMENTS } from './requirements.js';

const CONTRACT = 'test/contract';
const CHALLENGES = 'packages/core/src/challenges';

/** Titles end with the ids that they cite, each in brackets. */
const CITATION = / \[([a-z\d]+(?:-[a-z\d]+)*)\](?=['"`]| \[)/g;
const COMMENT = /^\s*(?:\/\/|\/?\*).*$/gm;

const CITED = [...listTests(CONTRACT), ...listTests(CHALLENGES)].flatMap((file) => {
  const source = readFileSync(file, 'utf8').replace(COMMENT, '');
  return [...source.matchAll(CITATION)].map(([, id = '']) => id);
});

function listTests(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

describe('REQUIREMENTS', () => {
  it.each(Object.entries(REQUIREMENTS))('%s is covered by a contract test', (id) => {
    expect(CITED).toContain(id);
  });

  it.each([...new Set(CITED)])('%s, which a test cites, is a requirement', (id) => {
    expect(Object.keys(REQUIREMENTS)).toContain(id);
  });

  it.each(Object.entries(REQUIREMENTS))('%s says what it asks, and where', (_id, requirement) => {
    expect(requirement.section).toMatch(/^(?:RFC \d{4,5} |RFC \d{4}; |draft-|Fetch |HTML )/);
    expect(requirement.sentence).toMatch(/^\S.{20,}\.$/);
  });
});
