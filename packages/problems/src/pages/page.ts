import { en, type Locale } from '@faultless/core';
import type { Problems } from '../define-problems.js';
import type { DescribedTexts } from '../problem-description.js';
import type { ProblemEntry } from '../problem-entry.js';

/** What the pages are made of. */
export type Site = Pick<Problems, 'base' | 'locales' | 'entries'>;

/** A page in one of the languages that it is there in. */
export interface Translation {
  readonly locale: Locale;
  /** The first is the one that has no tag in the names of its files. */
  readonly locales: readonly Locale[];
}

/** The page of one problem. */
export interface Page extends Translation {
  readonly entry: ProblemEntry;
  readonly site: Site;
}

/** The page of all of them. */
export interface Index extends Translation {
  readonly site: Site;
}

/** The page of a problem in a language, or, where it has no texts in that, in its first. */
export function pageIn(entry: ProblemEntry, { tag }: Pick<Locale, 'tag'>, site: Site): Page {
  const locales = localesOf([entry], site.locales);
  return { entry, site, locales, locale: locales.find((one) => one.tag === tag) ?? locales[0] };
}

/** The index in the language of a page. */
export function indexOf({ site, locale }: Page): Index {
  return { site, locale, locales: localesOf(site.entries, site.locales) };
}

/** The locales that texts are there for; English, if none of them. */
export function localesOf(
  entries: readonly ProblemEntry[],
  locales: readonly Locale[],
): readonly [Locale, ...Locale[]] {
  const [first, ...others] = locales.filter(({ tag }) =>
    entries.some(({ texts }) => Object.hasOwn(texts, tag)),
  );
  return first === undefined ? [en] : [first, ...others];
}

/** The texts of a problem in a language, and which they are: English, where there are no others. */
export function textsIn(
  { texts }: Pick<ProblemEntry, 'texts'>,
  { tag }: Pick<Locale, 'tag'>,
): DescribedTexts & { readonly tag: string } {
  const told = Object.hasOwn(texts, tag) ? texts[tag] : undefined;
  return told === undefined ? { ...texts.en, tag: 'en' } : { ...told, tag };
}

/** The name of a file: `out-of-credit.html`, and in a further language `out-of-credit.zh-CN.html`. */
export function fileName(
  slug: string,
  { locale, locales }: Translation,
  extension: string,
): string {
  const tag = locale.tag === locales[0]?.tag ? '' : `.${locale.tag}`;
  return `${slug}${tag}.${extension}`;
}

/** Paragraphs of a text, which empty lines part. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

/** The entries under their headings: types of the application's, statuses, codes. */
export function groupEntries(
  entries: readonly ProblemEntry[],
): readonly (readonly ['problems' | 'statuses' | 'codes', readonly ProblemEntry[]])[] {
  const blank = entries.filter(({ type }) => type === 'about:blank');
  const groups = [
    ['problems', entries.filter(({ type }) => type !== 'about:blank')],
    ['statuses', blank.filter(({ code }) => code === undefined)],
    ['codes', blank.filter(({ code }) => code !== undefined)],
  ] as const;
  return groups.filter(([, members]) => members.length > 0);
}
