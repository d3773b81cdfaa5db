import { BoundedCache } from '../values/bounded-cache.js';

/** The value of one request header field, as node:http and fetch-like servers give it. */
type FieldValue = string | readonly string[] | undefined;

/** Picks one of the things on offer for a request. */
export type Negotiate = (field: FieldValue) => number;

/** Longer fields are not read. Within both limits a hostile one costs about 0.3 ms, once. */
export const MAX_LENGTH = 2048;

/** Nor are fields with more members, for they are what reading costs. */
export const MAX_MEMBERS = 100;

/**
 * Wraps the negotiation of one header field: absent, empty and overlong fields get the default, and
 * what was decided is remembered in bounded space.
 *
 * @param choose the index for a field that is there, or undefined when nothing on offer is acceptable
 * @param fallback the index for everything else. RFC 9110 §12.4.1 lets a server disregard the field
 *   rather than answer with nothing
 * @returns a function from the field to an index, that never throws
 */
export function createNegotiator(
  choose: (field: string) => number | undefined,
  fallback: number,
): Negotiate {
  const decisions = new BoundedCache<number>();
  return (field) => {
    if (field === undefined) return fallback;
    // Lines of one field are one list (RFC 9110 §5.3).
    const text = typeof field === 'string' ? field : field.join(', ');
    if (text === '' || text.length > MAX_LENGTH) return fallback;
    const known = decisions.get(text);
    if (known !== undefined) return known;
    const decided = (hasFewMembers(text) ? choose(text) : undefined) ?? fallback;
    decisions.set(text, decided);
    return decided;
  };
}

function hasFewMembers(text: string): boolean {
  let members = 1;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) members += 1;
  return members <= MAX_MEMBERS;
}
