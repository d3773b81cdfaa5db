import { posix } from 'node:path';
import { REPOSITORY } from './packages.mjs';

const RELATIVE_LINK = /\]\((?!https:|mailto:|#)([^)#]+)/g;

/** Leads the links of a document of `docs/` to the repository, but those to one of `beside`. */
export function linkToRepository(text, beside) {
  return text.replace(RELATIVE_LINK, (link, target) =>
    beside.has(target) ? link : `](${addressOf(posix.join('docs', target))}`,
  );
}

/** Where the repository shows a file. */
export function addressOf(file) {
  return `${REPOSITORY}/blob/main/${file}`;
}
