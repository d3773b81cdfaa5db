import type { RequestFacts } from '../exchange.js';
import type { FieldMap, FindSent } from './error-fields.js';
import { mergeNames } from './merge-names.js';

/** What a script of another origin needs to read to authenticate, or to know when to try again. */
const EXPOSED = ['WWW-Authenticate', 'DPoP-Nonce', 'Retry-After'] as const;

/**
 * Lets scripts of another origin read the challenge and Retry-After, where the app's CORS middleware
 * has let them read the response. The names are added beside a `*` too, which is a name like any
 * other in a response to a request with credentials.
 *
 * @see RFC 9449 §7.1, §8, Fetch §3.3.3 (Access-Control-Expose-Headers)
 */
export function exposeFields(fields: FieldMap, request: RequestFacts, sent: FindSent): void {
  if (request.headers.origin === undefined || !sent('access-control-allow-origin')) return;
  const names = EXPOSED.filter((name) => sent(name.toLowerCase()) !== undefined);
  if (names.length === 0) return;
  const merged = mergeNames(sent('access-control-expose-headers'), names);
  fields.set('access-control-expose-headers', ['Access-Control-Expose-Headers', merged]);
}
