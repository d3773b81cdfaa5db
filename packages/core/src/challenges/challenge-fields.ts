import { BoundedCache } from '../values/bounded-cache.js';
import { ownMembers } from '../values/own-members.js';
import { wrongValue } from '../values/wrong-value.js';
import { buildChallenge } from './build-challenge.js';
import type { Challenge, Challenges } from './challenge.js';

/** Schemes that every client knows; a challenge of theirs comes first (RFC 9110 §11.6.1). */
const WELL_KNOWN: ReadonlySet<string> = new Set(['basic', 'bearer', 'digest', 'negotiate']);

/**
 * The challenges as a list in the order in which they leave: well-known schemes first, otherwise as
 * given.
 *
 * @param scheme the scheme of a bare realm
 * @throws {TypeError} when there is none
 */
export function listChallenges(challenges: Challenges, scheme = 'Bearer'): readonly Challenge[] {
  if (typeof challenges === 'string') {
    if (challenges === '') throw new TypeError('the realm of a challenge must not be empty');
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
  throw wrongValue('challenges', 'a realm, a challenge or a list of challenges', value);
}

/** Array.isArray does not narrow readonly arrays. */
function isList(value: Challenge | readonly Challenge[]): value is readonly Challenge[] {
  return Array.isArray(value);
}

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
  if (typeof challenges === 'string') return realmHeaders(field, challenges);
  return buildChallengeFields(field, listChallenges(challenges));
}

/** Realms are short and few; a longer one is not kept. */
const MAX_LENGTH = 256;

const REALM_HEADERS = {
  'WWW-Authenticate': new BoundedCache<Readonly<Fields>>(),
  'Proxy-Authenticate': new BoundedCache<Readonly<Fields>>(),
};

/**
 * The fields that challenge for a bare realm with the default scheme, one object for each realm, so
 * that it can be recognised.
 *
 * @throws {TypeError} when the realm is empty
 */
export function realmHeaders(field: ChallengeField, realm: string): Readonly<Fields> {
  const known = REALM_HEADERS[field].get(realm);
  if (known !== undefined) return known;
  const fields = Object.freeze(buildChallengeFields(field, listChallenges(realm)));
  if (realm.length <= MAX_LENGTH) REALM_HEADERS[field].set(realm, fields);
  return fields;
}
