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
  const offers = mediaTypes.map(splitType);
  return createNegotiator((accept) => chooseOffer(accept, offers, matchType), 0);
}

type MediaType = readonly [type: string, subtype: string | undefined];

function splitType(mediaType: string): MediaType {
  const [type = '', subtype] = mediaType.toLowerCase().split(/\/(.*)/s);
  return [type, subtype];
}

/** A type of its own is more than any subtype, which is more than a parameter. */
function matchType(
  { range, parameters }: WeightedRange,
  [type, subtype]: MediaType,
): number | undefined {
  const [wantedType, wantedSubtype] = splitType(range);
  const hasType = wantedType === type;
  const hasSubtype = wantedSubtype === subtype;
  const isCovered =
    (hasType || wantedType === '*') &&
    (hasSubtype || wantedSubtype === '*') &&
    [...parameters].every(isOffered);
  return isCovered
    ? Number(hasType) * 4 + Number(hasSubtype) * 2 + Math.min(parameters.size, 1)
    : undefined;
}

/** Every body is UTF-8: ranges with that parameter cover it, as those without any do. */
function isOffered([name, value]: [string, string]): boolean {
  return value === '*' || value === (name === 'charset' ? 'utf-8' : '');
}
