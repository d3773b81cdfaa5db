import type { Challenges } from '../challenges/challenge.js';
import { type ChallengeField, headersOf } from '../challenges/challenge-fields.js';
import { TOKEN } from '../values/token.js';
import { wrongValue } from '../values/wrong-value.js';
import type { ErrorArguments, HttpErrorOptions } from './error-options.js';
import { owing } from './owing.js';

/** What errors that challenge take beside the usual. */
export interface ChallengeOptions extends HttpErrorOptions {
  /**
   * The scheme of the credentials that the request had, where they can't be seen: neither in its
   * Authorization field nor as `access_token` in its query or its parsed content. The client then
   * learns what the challenge says of an error (RFC 6750 §3.1).
   */
  readonly triedScheme?: 'Bearer' | 'DPoP' | (string & {}) | undefined;
}

/** What an error challenges with, and what it knows of the credentials that failed. */
export interface Challenging {
  readonly challenges?: Challenges | undefined;
  readonly triedScheme?: string | undefined;
}

/** How a class of errors challenges. */
export interface Terms {
  /** The options that are the class's own. */
  readonly taken: readonly string[];
  readonly field?: ChallengeField;
}

/**
 * Adds the field that challenges to the arguments of an error.
 *
 * @throws {TypeError} when a challenge can't be written, or the scheme is none
 */
export function challenging(
  { challenges, triedScheme }: Challenging,
  args: ErrorArguments,
  { taken, field = 'WWW-Authenticate' }: Terms,
): ErrorArguments {
  if (triedScheme !== undefined && !isScheme(triedScheme)) {
    throw wrongValue('triedScheme', 'the name of an authentication scheme', triedScheme);
  }
  if (challenges === undefined) return triedScheme === undefined ? args : owing({}, args, taken);
  return owing({ headers: headersOf(field, challenges) }, args, taken);
}

function isScheme(value: unknown): boolean {
  return typeof value === 'string' && TOKEN.test(value);
}

/** Keeps on an error what it challenges with, for when it is known who asks. */
export function keepChallenges(
  error: { challenges?: Challenges; triedScheme?: string },
  { challenges, triedScheme }: Challenging,
): void {
  if (challenges !== undefined) error.challenges = challenges;
  if (triedScheme !== undefined) error.triedScheme = triedScheme;
}
