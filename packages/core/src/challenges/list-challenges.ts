import { BoundedCache } from '../negotiation/bounded-cache.js';
import { describeValue } from '../options/describe-value.js';
import { buildChallenge } from './build-challenge.js';
import type { Challenge, Challenges } from './types.js';

/** Schemes that every client knows; a challenge of theirs comes first (RFC 9110 §11.6.1). */
const WELL_KNOWN: ReadonlySet<string> = new Set(['basic', 'bearer', 'digest', 'negotiate']);

/**
 * The challenges as a list in the order in which they leave: well-known schemes first, otherwise as
 * given.
 *
 * @param scheme what a bare scope is challenged with
 * @throws {TypeError} when there is none
 */
export function listChallenges(challenges: Challenges, scheme = 'Bearer'): readonly Challenge[] {
  if (typeof challenges === 'string') {
    if (challenges === '') throw new TypeError('the scope of a challenge must not be empty');
    return [{ scheme, params: { realm: challenges } }];
  }
  const list: readonly Challenge[] = isList(challenges) ? challenges : [challenges];
  if (list.length === 0) throw new TypeError('there must be one challenge at least');
  list.forEach(checkChallenge);
  return orderChallenges(list);
}

/** Puts well-known schemes first. */
export function orderChallenges(list: readonly Challenge[]): readonly Challenge[] {
  const known = ({ scheme }: Challenge): boolean => WELL_KNOWN.has(scheme.toLowerCase());
  return [...list.filter(known), ...list.filter((one) => !known(one))];
}

/** Plain JavaScript may pass anything. */
function checkChallenge(value: unknown): void {
  const { scheme, params } = (value ?? {}) as Partial<Challenge>;
  if (typeof scheme === 'string' && typeof params === 'object') return;
  throw new TypeError(
    `challenges must be a scope, a challenge or a list of challenges, not ${describeValue(value)}`,
  );
}

/** Array.isArray does not narrow readonly arrays. */
function isList(value: Challenge | readonly Challenge[]): value is readonly Challenge[] {
  return Array.isArray(value);
}

/** The fields that challenge a request, for those who read an error's headers. */
export function headersOf(
  status: 401 | 407,
  challenges: Challenges,
): Readonly<Record<string, string | string[]>> {
  if (typeof challenges === 'string') return scopeHeaders(status, challenges);
  return challengeFields(CHALLENGE_FIELD[status], listChallenges(challenges));
}

const CHALLENGE_FIELD = { 401: 'WWW-Authenticate', 407: 'Proxy-Authenticate' } as const;

/** The fields of challenges: one header line for each, and what goes out beside them. */
export function challengeFields(
  field: 'WWW-Authenticate' | 'Proxy-Authenticate',
  list: readonly Challenge[],
): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = { [field]: list.map(buildChallenge) };
  for (const { headers } of list) Object.assign(fields, headers);
  return fields;
}

/** Scopes are short and few; whatever else comes is not kept. */
const MAX_KEPT = 256;

const SCOPE_HEADERS = {
  401: new BoundedCache<Readonly<Record<string, string | string[]>>>(256),
  407: new BoundedCache<Readonly<Record<string, string | string[]>>>(256),
};

/**
 * The fields that challenge for a bare scope with the default scheme, one object for each scope, so
 * that it can be recognised.
 *
 * @throws {TypeError} when the scope is empty
 */
export function scopeHeaders(
  status: 401 | 407,
  scope: string,
): Readonly<Record<string, string | string[]>> {
  const known = SCOPE_HEADERS[status].get(scope);
  if (known !== undefined) return known;
  const fields = Object.freeze(challengeFields(CHALLENGE_FIELD[status], listChallenges(scope)));
  if (scope.length <= MAX_KEPT) SCOPE_HEADERS[status].set(scope, fields);
  return fields;
}
