import { readProperty } from '../values/read-property.js';
import { wrongValue } from '../values/wrong-value.js';

/** What is said of a problem type in one language, in place of the texts of its status. */
export interface ProblemTexts {
  /** The problem type's summary, the same for every occurrence (RFC 9457 §3.1.3). */
  readonly title: string;
  /** What happened, for an occurrence that says nothing of its own: a sentence or two. */
  readonly detail: string;
  /** What the client can do, for the person who sees the page. @default the status's */
  readonly advice?: string | undefined;
}

/** Texts by language tag, as the locales have them. English is for all others. */
export type ProblemTextsByTag = Readonly<Record<string, ProblemTexts>> & {
  readonly en: ProblemTexts;
};

/** Finds the texts of one of these tags, or English. An error of another copy may carry anything. */
export function findProblemTexts(
  texts: unknown,
  tags: readonly (string | undefined)[],
): ProblemTexts | undefined {
  for (const tag of [...tags, 'en']) {
    const found = tag === undefined ? undefined : readProperty(texts, tag);
    if (areTexts(found)) return found;
  }
  return undefined;
}

function areTexts(value: unknown): value is ProblemTexts {
  return ['title', 'detail'].every((name) => typeof readProperty(value, name) === 'string');
}

/**
 * Refuses texts that can't be told.
 *
 * @throws {TypeError} naming what is wrong
 */
export function checkProblemTexts(texts: unknown): void {
  if (typeof texts !== 'object' || texts === null || !Object.hasOwn(texts, 'en')) {
    throw wrongValue('texts', 'texts by language tag, en among them', texts);
  }
  for (const [tag, told] of Object.entries(texts)) {
    const advice = readProperty(told, 'advice');
    if (!areTexts(told) || (advice !== undefined && typeof advice !== 'string')) {
      throw wrongValue(`texts.${tag}`, '{ title, detail, advice? }, all strings', told);
    }
  }
}
