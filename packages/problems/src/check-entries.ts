import { checkProblemTexts, wrongValue } from '@faultless/core/adapter';
import type { ProblemEntry, SentProblem } from './problem-entry.js';
import { isSlug, SLUG_ALLOWED } from './slug.js';

/** A name of a class, or a code; it is that of a component in OpenAPI, too. */
const NAME = /^[A-Za-z]\w*$/;

/** Refuses a problem of others that no page and no component could be named after. */
export function checkOther({ name, status, code, texts }: SentProblem): void {
  if (typeof name !== 'string' || !NAME.test(name) || name === 'ProblemDetails') {
    const allowed = 'letters, digits and _, and not what all problems are called';
    throw wrongValue('defineProblems: a name of others', allowed, name);
  }
  const owner = `defineProblems: ${name} of others`;
  if (!Number.isInteger(status) || status < 400 || status > 599) {
    throw wrongValue(`${owner}: status`, 'an integer from 400 to 599', status);
  }
  if (code !== undefined && !isSlug(code)) throw wrongValue(`${owner}: code`, SLUG_ALLOWED, code);
  try {
    checkProblemTexts(texts);
  } catch (cause) {
    throw new TypeError(`${owner}: ${(cause as Error).message}`, { cause });
  }
}

/** Refuses two problems with one URI, with one address of their pages, or with one name. */
export function checkUnique(entries: readonly ProblemEntry[]): void {
  const known = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, slug } of entries) {
    if (!isSlug(slug)) throw wrongValue(`defineProblems: the slug of ${name}`, SLUG_ALLOWED, slug);
    // There are file systems to which capitals are the same.
    const address = slug.toLowerCase();
    const other = known.get(address);
    if (other !== undefined) {
      throw new TypeError(
        `defineProblems: ${other} and ${name} have one URI, which ends in ${slug}; give one another slug`,
      );
    }
    if (names.has(name)) throw new TypeError(`defineProblems: two problems have the name ${name}`);
    known.set(address, name);
    names.add(name);
  }
}
