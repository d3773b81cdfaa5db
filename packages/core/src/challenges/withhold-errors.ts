import { isScheme } from './scheme-rules.js';
import type { Challenge } from './types.js';

/** What only a client that sent credentials of the scheme learns. */
const ERROR_PARAMS: ReadonlySet<string> = new Set(['error', 'error_description', 'error_uri']);

/**
 * Leaves error information out of the challenges whose scheme the request did not try. If nothing
 * else is left of one, the realm stands in, as such schemes need a parameter.
 *
 * @param tried schemes in lower case
 * @see RFC 6750 §3.1, RFC 9449 §7.1, §7.2
 */
export function withholdErrors(
  list: readonly Challenge[],
  tried: readonly string[],
  realm: string,
): readonly Challenge[] {
  const concerned = new Set(tried);
  // Of an access token that came as a Bearer token to where only DPoP will do, DPoP tells.
  if (concerned.has('bearer') && !list.some((one) => isScheme(one, 'bearer'))) {
    concerned.add('dpop');
  }
  return list.map((one) =>
    concerned.has(one.scheme.toLowerCase()) ? one : withholdError(one, realm),
  );
}

function withholdError(challenge: Challenge, realm: string): Challenge {
  const entries = Object.entries(challenge.params);
  const kept = entries.filter(([name]) => !ERROR_PARAMS.has(name.toLowerCase()));
  if (kept.length === entries.length) return challenge;
  return { ...challenge, params: kept.length === 0 ? { realm } : Object.fromEntries(kept) };
}
