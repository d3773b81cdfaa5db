import { type BearerParams, bearer } from './bearer.js';
import type { Challenge } from './types.js';

/**
 * A challenge about a token, in whichever scheme the client tried; Bearer for those who read an
 * error's headers.
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3
 */
export function tokenChallenge(params: BearerParams): Challenge {
  return { ...bearer(params), followsClient: true };
}
