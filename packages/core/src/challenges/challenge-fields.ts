import { BoundedCache } from '../caching/bounded-cache.js';
import { ownMembers } from '../values/own-members.js';
import { buildChallenge } from './build-challenge.js';
import { listChallenges } from './list-challenges.js';
import type { Challenge, Challenges } from './types.js';

/** A field that carries challenges: of the server (RFC 9110 §11.6.1), or of a proxy (§11.7.1). */
export type ChallengeField = 'WWW-Authenticate' | 'Proxy-Authenticate';

type Fields = Record<string, string | string[]>;

/** The fields of challenges: one header line for each, and what goes out beside them. */
export function buildChallengeFields(field: ChallengeField, list: readonly Challenge[]): Fields {
  const fields: Fields = { [field]: list.map(buildChallenge) };
  for (const challenge of list) Object.assign(fields, ownMembers(challenge).headers);
  return fields;
}

/**
 * The fields that challenge a request, for those who read an error's headers.
 *
 * @throws {TypeError} when there is no challenge, or one can't be written
 */
export function headersOf(field: ChallengeField, challenges: Challenges): Readonly<Fields> {
  if (typeof challenges === 'string') return scopeHeaders(field, challenges);
  return buildChallengeFields(field, listChallenges(challenges));
}

/** Scopes are short and few; a longer one is not kept. */
const MAX_LENGTH = 256;

const SCOPE_HEADERS = {
  'WWW-Authenticate': new BoundedCache<Readonly<Fields>>(),
  'Proxy-Authenticate': new BoundedCache<Readonly<Fields>>(),
};

/**
 * The fields that challenge for a bare scope with the default scheme, one object for each scope, so
 * that it can be recognised.
 *
 * @throws {TypeError} when the scope is empty
 */
export function scopeHeaders(field: ChallengeField, scope: string): Readonly<Fields> {
  const known = SCOPE_HEADERS[field].get(scope);
  if (known !== undefined) return known;
  const fields = Object.freeze(buildChallengeFields(field, listChallenges(scope)));
  if (scope.length <= MAX_LENGTH) SCOPE_HEADERS[field].set(scope, fields);
  return fields;
}
