import type { ChallengeField } from '../challenges/challenge-fields.js';
import { TCHAR } from '../values/token.js';

/** What a response of one status owes beside its body. */
export interface Obligation {
  /** A field that MUST be there, and what it says when neither the error nor the app knows. */
  readonly must?: { readonly name: string; readonly fallback: string };
  /** The field that MUST carry a challenge. */
  readonly challenge?: ChallengeField;
  /** A leftover that is believed though the app has set it, where it says what this status says. */
  readonly believed?: { readonly name: string; readonly pattern: RegExp };
  /** Fields that a response of this status never carries, though the app has set them. */
  readonly never?: readonly string[];
  /** The response MUST NOT be stored, whatever the error says. */
  readonly noStore?: true;
  /** It may conceal something, so it is not stored either, unless the error says that it does not. */
  readonly conceals?: true;
  /** Connection option that goes out over HTTP/1. */
  readonly connection?: 'close' | 'upgrade';
}

/**
 * Fields that belong to other statuses. A 404 that carried one would tell that it conceals
 * something.
 */
const OF_OTHER_STATUSES = [
  'www-authenticate',
  'proxy-authenticate',
  'optional-www-authenticate',
  'authentication-control',
  'authentication-info',
  'proxy-authentication-info',
  'dpop-nonce',
  'allow',
  'retry-after',
  'accept',
  'accept-encoding',
  'accept-patch',
  'accept-post',
  'accept-query',
  'sec-websocket-version',
  'upgrade',
  // What becomes of the connection would tell, too.
  'connection',
] as const;

/**
 * The Content-Range of a 416:
 *
 *     Content-Range     = range-unit SP unsatisfied-range
 *     unsatisfied-range = "*" "/" complete-length
 *
 * @see RFC 9110 §14.4
 */
export const UNSATISFIED_RANGE = new RegExp(`^${TCHAR}+ \\*/\\d+$`);

const ROWS: Readonly<Record<number, Obligation>> = {
  /** RFC 9110 §15.5.2, §11.6.1 */
  401: { challenge: 'WWW-Authenticate' },
  /** RFC 9110 §15.5.5: what is concealed looks like this. */
  404: { never: OF_OTHER_STATUSES, conceals: true },
  /** RFC 9110 §10.2.1: an empty list is legal, a missing one is not. */
  405: { must: { name: 'Allow', fallback: '' } },
  /** RFC 9110 §11.7.1 */
  407: { challenge: 'Proxy-Authenticate' },
  /** RFC 9110 §15.5.9, RFC 9112 §9.6 */
  408: { connection: 'close' },
  /** RFC 9110 §12.5.3: only an error whose problem is the coding says Accept-Encoding. */
  415: { never: ['accept-encoding'] },
  /** RFC 9110 §15.5.17 */
  416: { believed: { name: 'Content-Range', pattern: UNSATISFIED_RANGE } },
  /** RFC 9110 §7.8: HTTP/1.1 is what every Node server speaks. */
  426: { must: { name: 'Upgrade', fallback: 'HTTP/1.1' }, connection: 'upgrade' },
  /** RFC 6585 §3 */
  428: { noStore: true },
  /** RFC 6585 §4 */
  429: { noStore: true },
  /** RFC 6585 §5 */
  431: { noStore: true },
  /** RFC 6585 §6 */
  511: { noStore: true },
};

/** Rows, and the row of a status that owes nothing, have no members but their own. */
function withoutPrototype(row: Obligation): Obligation {
  return Object.assign(Object.create(null) as Obligation, row);
}

const NOTHING = withoutPrototype({});

export const OBLIGATIONS: ReadonlyMap<number, Obligation> = new Map(
  Object.entries(ROWS).map(([status, row]) => [Number(status), withoutPrototype(row)]),
);

/** What a response of a status owes. */
export function findObligation(status: number): Obligation {
  return OBLIGATIONS.get(status) ?? NOTHING;
}
