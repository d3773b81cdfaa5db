import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { MESSAGES_EN } from '../../packages/core/src/locales/messages/en.js';
import { BUILT_IN_MAPPERS } from '../../packages/core/src/mappers/registry.js';
import { TESTED_VERSIONS } from '../../packages/core/src/mappers/tested-versions.js';
import { renewDocument } from '../../scripts/mapped-errors.mjs';
import { listLibraries, listTestedByMapper } from '../../scripts/mapped-libraries.mjs';
import { listTestedVersions } from '../../scripts/tested-versions.mjs';

// Each snippet is compiled, and run in a process of its own.
jest.setTimeout(600_000);

const libraries = listLibraries(listTestedVersions());
const text = readFileSync('docs/mapped-errors.md', 'utf8');

describe('docs/mapped-errors.md', () => {
  it('says what the registry says', () => {
    // Renew it by: npm run docs:mapped
    const mappers = BUILT_IN_MAPPERS.list;
    const known = { mappers, messages: MESSAGES_EN, libraries };
    expect(text).toBe(renewDocument(text, known));
  });

  it('has one section for each library, with the versions that were tested', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toEqual(expect.arrayContaining(libraries.map(({ name }) => slugOf(name))));
    expect(listTestedVersions().length).toBeGreaterThan(100);
    expect(text).toMatch(
      /^### yup\n\nTested: 0\.26\.\d+, 1\.\d+\.\d+\.\n\n- \[`yup`\]\(#mapper-yup\): 422/m,
    );
  });

  it.each(listTestedVersions().map(({ name }) => name))(
    'says who takes the errors of %s',
    (name) => {
      // Its row is in scripts/mapped-libraries.mjs.
      const library = libraries.find((each) => each.name === name);
      if (library?.product !== 'What its errors wrap is looked into') {
        expect(library?.mappers).not.toEqual([]);
      }
    },
  );

  it('links to nothing that is not there', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(headings).toEqual(expect.arrayContaining(links));
  });

  it.each(BUILT_IN_MAPPERS.list.map(({ name }) => name))(
    'names %s, and a library of it',
    (name) => {
      expect(text).toContain(`### Mapper \`${name}\``);
      expect(libraries.some(({ mappers }) => mappers.some(({ mapper }) => mapper === name))).toBe(
        true,
      );
    },
  );

  it('has the versions that explainMapping tells', () => {
    expect(TESTED_VERSIONS).toEqual(listTestedByMapper(libraries));
  });

  it('has each name and each code in one form only', () => {
    const names = BUILT_IN_MAPPERS.list.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { answers } of BUILT_IN_MAPPERS.list) {
      for (const code of Object.keys(answers)) expect(code).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);
    }
  });
});

/** The anchor of a heading, as GitHub makes it. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
