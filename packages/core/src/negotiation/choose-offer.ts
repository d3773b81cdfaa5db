import { readRanges, type WeightedRange } from './read-ranges.js';

/** An offer, by its place among them, and how exactly a range means it, the more the greater. */
export type Meant = readonly [offer: number, exactness: number];

/** The offers that a range means. */
export type Match = (range: WeightedRange) => readonly Meant[];

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
export function chooseOffer(field: string, match: Match): number | undefined {
  const priorities: (Priority | undefined)[] = [];
  readRanges(field).forEach((range, place) => {
    for (const [offer, exactness] of match(range)) {
      const found = priorities[offer] ?? UNSAID;
      // Ranges that are equally exact differ in what they say only if the client repeats itself.
      const isBetter = exactness - found.exactness || range.q - found.q || 0;
      if (isBetter >= 0) priorities[offer] = { q: range.q, exactness, place };
    }
  });
  let best = UNSAID;
  let chosen: number | undefined;
  priorities.forEach((priority = UNSAID, offer) => {
    if (!(priority.q > 0) || (chosen !== undefined && !isBefore(priority, best))) return;
    best = priority;
    chosen = offer;
  });
  return chosen;
}

const UNSAID: Priority = { q: 0, exactness: -1, place: -1 };

function isBefore(one: Priority, other: Priority): boolean {
  return (one.q - other.q || one.exactness - other.exactness || other.place - one.place) > 0;
}
