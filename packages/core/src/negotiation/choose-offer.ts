import { readRanges, type WeightedRange } from './read-ranges.js';

/** How exactly a range means an offer, the more the greater; undefined where it does not. */
export type Match<Offer> = (range: WeightedRange, offer: Offer) => number | undefined;

/** What a field says of one offer. */
interface Priority {
  readonly q: number;
  readonly exactness: number;
  /** Where in the field. */
  readonly place: number;
}

/**
 * Chooses among offers by a list of weighted ranges: what the most exact range says of an offer counts,
 * and the highest weight wins. Ties go to the more exact range, then to the one that comes first in the
 * field, then to the first on offer.
 *
 * @returns the index of an offer, or undefined when none is acceptable
 */
export function chooseOffer<Offer>(
  field: string,
  offers: readonly Offer[],
  match: Match<Offer>,
): number | undefined {
  const ranges = readRanges(field);
  const [best] = offers
    .map((offer, index) => ({ index, ...findPriority(ranges, offer, match) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || b.exactness - a.exactness || a.place - b.place);
  return best?.index;
}

/** Ranges that are equally exact differ in what they say only if the client repeats itself. */
function findPriority<Offer>(
  ranges: readonly WeightedRange[],
  offer: Offer,
  match: Match<Offer>,
): Priority {
  let found: Priority = { q: 0, exactness: -1, place: -1 };
  for (const [place, range] of ranges.entries()) {
    const exactness = match(range, offer) ?? -1;
    const isBetter = exactness - found.exactness || range.q - found.q || 0;
    if (exactness >= 0 && isBetter >= 0) found = { q: range.q, exactness, place };
  }
  return found;
}
