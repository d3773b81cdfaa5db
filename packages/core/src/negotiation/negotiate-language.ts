import type { Locale } from '../locales/locale.js';
import { chooseOffer, type Match, type Meant } from './choose-offer.js';
import { createNegotiator, type Negotiate } from './create-negotiator.js';

/**
 * Prepares the choice among locales by a request's Accept-Language field. A range finds a locale by
 * its tag or an alias, by a longer tag (`en` finds `en-GB`) and by a shorter one (`en-AU` finds
 * `en`).
 *
 * @param locales what is on offer
 * @param defaultIndex the locale for `*`, for languages that are not on offer, and for a field that
 *   is absent, empty or overlong
 * @returns a function from Accept-Language to an index of `locales`
 * @see RFC 9110 §12.5.4, RFC 4647 §3
 */
export function createLanguageNegotiator(
  locales: readonly Locale[],
  defaultIndex: number,
): Negotiate {
  // `*` takes the first offer, and a tag of its own goes before another locale's alias.
  const entries = [...locales.entries()].sort(
    ([a], [b]) => Number(b === defaultIndex) - Number(a === defaultIndex),
  );
  const indexes = new Map(entries.map(([index, { tag }]) => [tag, index]));
  for (const [index, { aliases = [] }] of entries) {
    for (const alias of aliases) if (!indexes.has(alias)) indexes.set(alias, index);
  }
  const offers = [...indexes.keys()].map((tag) => splitTag(tag.toLowerCase()));
  const match: Match = ({ range }) => {
    const asked = splitTag(range);
    return offers.flatMap((offer, index): Meant[] => {
      const exactness = matchTag(asked, offer);
      return exactness === undefined ? [] : [[index, exactness]];
    });
  };
  const found = [...indexes.values()];
  return createNegotiator((field) => {
    const best = chooseOffer(field, match);
    return best === undefined ? undefined : found[best];
  }, defaultIndex);
}

/** A language tag, or range, and its first subtag. */
interface Tag {
  readonly whole: string;
  readonly language: string;
}

function splitTag(whole: string): Tag {
  return { whole, language: whole.split('-', 1)[0] ?? '' };
}

function matchTag(asked: Tag, { whole, language }: Tag): number | undefined {
  if (asked.whole === whole) return 3;
  if (asked.language === whole) return 2;
  if (asked.whole === language) return 1;
  return asked.whole === '*' ? 0 : undefined;
}
