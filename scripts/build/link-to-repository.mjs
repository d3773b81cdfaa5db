import { posix } from 'node:path';
import { REPOSITORY } from './packages.mjs';

const RELATIVE_LINK = /\]\((?!https:|mailto:|#)([^)#]+)/g;

/** Leads the links of a document of `docs/` to the repository, but those to one of `beside`. */
export function linkToRepository(text, beside) {
  return text.replace(RELATIVE_LINK, (link, target) =>
    beside.has(target) ? link : `](${addressOf(posix.join('docs', target))}`,
  );
}

const PICTURE = /\.(?:png|svg)$/;

/** Where the repository shows a file, or has the bytes of a picture. */
export function addressOf(file) {
  const view = PICTURE.test(file) ? 'raw' : 'blob';
  return `${REPOSITORY}/${view}/main/${file}`;
}
