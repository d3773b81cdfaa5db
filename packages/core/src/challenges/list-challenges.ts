import { describeValue } from '../values/describe-value.js';
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
