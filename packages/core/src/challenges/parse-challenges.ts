import { buildChallenge } from './build-challenge.js';
import type { Challenge } from './challenge.js';
import { orderChallenges } from './challenge-fields.js';
import { ChallengeReader } from './challenge-reader.js';

/** How {@link parseChallenges} reads. */
export interface ParseChallengesOptions {
  /**
   * Throw a ChallengeSyntaxError at the first departure from the grammar, rather than read on at the
   * next member.
   * @default false
   */
  readonly strict?: boolean | undefined;
}

/**
 * Reads the challenges of `WWW-Authenticate` or `Proxy-Authenticate`, from one field line or several.
 * Empty list members and odd white space are passed over (RFC 9110 §5.6.1); of a parameter that comes
 * twice the first is kept. Names of parameters come out in lower case, values unquoted, UTF-8 octets
 * decoded. Takes time linear in the length of the text.
 *
 * @throws {ChallengeSyntaxError} only when strict
 * @see RFC 9110 §11.6.1
 */
export function parseChallenges(
  fieldValues: string | readonly string[],
  { strict = false }: ParseChallengesOptions = {},
): Challenge[] {
  const reader = new ChallengeReader(strict);
  for (const text of [fieldValues].flat()) reader.readLine(text);
  return reader.challenges;
}

/**
 * Reads the field that an error of another make, or the app, has set, so that it is treated as our
 * own challenges are. What no challenge can be found in gives an empty list; what can't be written
 * again as it is meant is left to go out as it came: undefined.
 */
export function readChallenges(value: unknown): readonly Challenge[] | undefined {
  const lines = [value].flat().filter((line): line is string => typeof line === 'string');
  try {
    const challenges = parseChallenges(lines, { strict: true });
    challenges.forEach(buildChallenge);
    return orderChallenges(challenges);
  } catch {
    return parseChallenges(lines).length === 0 ? [] : undefined;
  }
}
