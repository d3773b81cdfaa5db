import type { Challenge } from './types.js';

/** What only a client that sent credentials of the scheme learns. */
const ERROR_PARAMS: ReadonlySet<string> = new Set(['error', 'error_description', 'error_uri']);

/**
 * Leaves error information out of a challenge whose scheme the request did not try. If nothing else
 * is left, the realm stands in, as such schemes need a parameter.
 *
 * @param credentials the request's Authorization or Proxy-Authorization
 * @see RFC 6750 §3.1, RFC 9449 §7.2
 */
export function withholdErrors(
  challenge: Challenge,
  credentials: string | undefined,
  realm: string,
): Challenge {
  const entries = Object.entries(challenge.params);
  const kept = entries.filter(([name]) => !ERROR_PARAMS.has(name.toLowerCase()));
  if (kept.length === entries.length) return challenge;
  if (schemeOf(credentials) === challenge.scheme.toLowerCase()) return challenge;
  return { ...challenge, params: kept.length === 0 ? { realm } : Object.fromEntries(kept) };
}

/** credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ] (RFC 9110 §11.4) */
function schemeOf(credentials: string | undefined): string | undefined {
  return credentials?.trim().split(/[ \t]/, 1)[0]?.toLowerCase();
}
