import { chooseOffer, type Match, type Meant } from './choose-offer.js';
import { createNegotiator, type Negotiate } from './create-negotiator.js';

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
  const meant = new Map<string, Meant[]>();
  for (const [offer, mediaType] of mediaTypes.entries()) {
    for (const [range, exactness] of coveringRanges(mediaType)) {
      meant.set(range, [...(meant.get(range) ?? []), [offer, exactness]]);
    }
  }
  const match: Match = ({ range, parameters }) => {
    const offers = meant.get(range) ?? NONE;
    if (parameters.size === 0) return offers;
    if (![...parameters].every(isOffered)) return NONE;
    return offers.map(([offer, exactness]) => [offer, exactness + 1]);
  };
  return createNegotiator((accept) => chooseOffer(accept, match), 0);
}

const NONE: readonly Meant[] = [];

/** More than a parameter, which is more than none. */
const SUBTYPE = 2;
const TYPE = 4;

/** The ranges that cover a media type, and how exactly: a type is more than any subtype. */
function coveringRanges(
  mediaType: string,
): readonly (readonly [range: string, exactness: number])[] {
  const whole = mediaType.toLowerCase();
  const slash = whole.indexOf('/');
  return [
    ['*/*', 0],
    [`*${whole.slice(slash)}`, SUBTYPE],
    [`${whole.slice(0, slash)}/*`, TYPE],
    [whole, TYPE + SUBTYPE],
  ];
}

/** Every body is UTF-8: ranges with that parameter cover it, as those without any do. */
function isOffered([name, value]: [string, string]): boolean {
  return value === '*' || value === (name === 'charset' ? 'utf-8' : '');
}
