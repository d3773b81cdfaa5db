import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** The libraries, each after those that it depends on. */
export const PACKAGES = [
  'core',
  'node',
  'express',
  'koa',
  'client',
  'dev',
  'locale-ar',
  'problems',
  'report',
  'testing',
];

/** What applications install: the documents travel in these. */
export const DOCUMENTED = ['node', 'express', 'koa'];

/** The address of the repository, which package.json has in the form that npm wants. */
export const REPOSITORY = JSON.parse(readFileSync('package.json', 'utf8')).repository.url.replace(
  /^git\+|\.git$/g,
  '',
);

/**
 * What a package exports: the name of each entry's files in `dist`, and its source. An entry
 * `./statuses` is `src/statuses.ts`.
 */
export function listEntries(folder) {
  const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => {
      const name = posix.basename(path) === '.' ? 'index' : posix.basename(path);
      const source = posix.join('src', `${name}.ts`);
      if (!existsSync(`${folder}/${source}`)) throw new Error(`${folder}/${source} is missing`);
      return { name, source };
    });
}
