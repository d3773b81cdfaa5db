import Negotiator from 'negotiator';
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
  // Every body is UTF-8. Offered with that parameter, a type is covered by ranges with and without it.
  const offers = mediaTypes.map((mediaType) => `${mediaType};charset=utf-8`);
  return createNegotiator((accept) => {
    const [best] = new Negotiator({ headers: { accept } }).mediaTypes(offers);
    return best === undefined ? undefined : offers.indexOf(best);
  }, 0);
}
