import { chooseOffer } from './choose-offer.js';
import { createNegotiator, type Negotiate } from './create-negotiator.js';
import type { WeightedRange } from './read-ranges.js';

/**
 * Prepares the choice among media types by a request's Accept field: the most specific range that
 * covers a type gives its q, q=0 means never, the highest q wins. Ties go to the more specific
 * range, then to the client's order, then to the order on offer.
 *
 * @param mediaTypes what is on offer without parameters, the default first
 * @returns a function from Accept to an index of `mediaTypes`; 0 when Accept is absent, empty or
 *   overlong, or when it accepts nothing that is on offer
 * @see RFC 9110 §12.5.1
 */
export function createMediaTypeNegotiator(mediaTypes: readonly string[]): Negotiate {
  const offers = mediaTypes.map(coveringRanges);
  return createNegotiator((accept) => chooseOffer(accept, offers, matchType), 0);
}

/** The ranges that cover a media type, and how exactly: a type is more than any subtype. */
type Covering = ReadonlyMap<string, number>;

/** More than a parameter, which is more than none. */
const SUBTYPE = 2;
const TYPE = 4;

function coveringRanges(mediaType: string): Covering {
  const whole = mediaType.toLowerCase();
  const slash = whole.indexOf('/');
  return new Map([
    ['*/*', 0],
    [`*${whole.slice(slash)}`, SUBTYPE],
    [`${whole.slice(0, slash)}/*`, TYPE],
    [whole, TYPE + SUBTYPE],
  ]);
}

function matchType({ range, parameters }: WeightedRange, covering: Covering): number | undefined {
  const exactness = covering.get(range);
  if (exactness === undefined || parameters.size === 0) return exactness;
  return [...parameters].every(isOffered) ? exactness + 1 : undefined;
}

/** Every body is UTF-8: ranges with that parameter cover it, as those without any do. */
function isOffered([name, value]: [string, string]): boolean {
  return value === '*' || value === (name === 'charset' ? 'utf-8' : '');
}
