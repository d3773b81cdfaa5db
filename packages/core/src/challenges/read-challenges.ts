import { buildChallenge } from './build-challenge.js';
import { orderChallenges } from './list-challenges.js';
import { parseChallenges } from './parse-challenges.js';
import type { Challenge } from './types.js';

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
