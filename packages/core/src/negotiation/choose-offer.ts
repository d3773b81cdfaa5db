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
  let best: Priority | undefined;
  let chosen: number | undefined;
  for (const [index, offer] of offers.entries()) {
    const priority = findPriority(ranges, offer, match);
    if (priority.q > 0 && (best === undefined || isBefore(priority, best))) {
      best = priority;
      chosen = index;
    }
  }
  return chosen;
}

function isBefore(one: Priority, other: Priority): boolean {
  return (one.q - other.q || one.exactness - other.exactness || other.place - one.place) > 0;
}

/** Ranges that are equally exact differ in what they say only if the client repeats itself. */
function findPriority<Offer>(
  ranges: readonly WeightedRange[],
  offer: Offer,
  match: Match<Offer>,
): Priority {
  let found: Priority = { q: 0, exactness: -1, place: -1 };
  ranges.forEach((range, place) => {
    const exactness = match(range, offer);
    if (exactness === undefined) return;
    const isBetter = exactness - found.exactness || range.q - found.q || 0;
    if (isBetter >= 0) found = { q: range.q, exactness, place };
  });
  return found;
}
