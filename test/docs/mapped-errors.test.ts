import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { MESSAGES_EN } from '../../packages/core/src/locales/messages/en.js';
import { BUILT_IN_MAPPERS } from '../../packages/core/src/mappers/registry.js';
import { renewDocument } from '../../scripts/mapped-errors.mjs';
import { listTestedVersions } from '../../scripts/tested-versions.mjs';

// Each snippet is compiled, and run in a process of its own.
jest.setTimeout(600_000);

const text = readFileSync('docs/mapped-errors.md', 'utf8');

describe('docs/mapped-errors.md', () => {
  it('says what the registry says', () => {
    // Renew it by: npm run docs:mapped
    const mappers = BUILT_IN_MAPPERS.list;
    const known = { mappers, messages: MESSAGES_EN, tested: listTestedVersions() };
    expect(text).toBe(renewDocument(text, known));
  });

  it('says which versions were tested, an old one beside the new', () => {
    expect(listTestedVersions().length).toBeGreaterThan(100);
    expect(text).toMatch(/^\| yup \| 0\.26\.\d+, 1\.\d+\.\d+ \|$/m);
  });

  it.each(BUILT_IN_MAPPERS.list.map(({ name }) => name))('names %s', (name) => {
    expect(text).toContain(`### \`${name}\``);
  });

  it('has each name and each code in one form only', () => {
    const names = BUILT_IN_MAPPERS.list.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { answers } of BUILT_IN_MAPPERS.list) {
      for (const code of Object.keys(answers)) expect(code).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);
    }
  });
});
