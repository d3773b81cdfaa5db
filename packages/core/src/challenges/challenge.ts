import { buildChallenge } from './build-challenge.js';
import type { Challenge } from './types.js';

/**
 * A challenge of any scheme: with parameters, or with a token68, or with neither.
 *
 *     challenge('Negotiate')
 *     challenge('vapid', { realm: 'push' })
 *
 * @throws {TypeError} when the grammar forbids it
 * @see RFC 9110 §11.3
 */
export function challenge(
  scheme: string,
  value: Readonly<Record<string, string>> | string = {},
): Challenge {
  const made: Challenge =
    typeof value === 'string' ? { scheme, params: {}, token68: value } : { scheme, params: value };
  buildChallenge(made);
  return made;
}
