import type { Challenges } from '../challenges/challenge.js';
import { Forbidden, Unauthorized } from '../errors/client-errors.js';
import type { HttpError } from '../errors/http-error.js';
import { ownMembers } from '../values/own-members.js';

/** Who asked for what. */
export interface Denial {
  /** The authenticated user; null or undefined when nobody is, or the credentials failed. */
  readonly user: unknown;
  /**
   * What is protected: the realm of the challenge, or the challenges themselves.
   * @default the handler's realm
   */
  readonly realm?: Challenges | undefined;
  /**
   * The existence of the resource is itself a secret: `true`, or the NotFound to imitate.
   * @default false
   */
  readonly secret?: boolean | HttpError | undefined;
  /** What the client may read of the reason. */
  readonly detail?: string | undefined;
}

/**
 * Chooses the error for a request that may not do what it asks: no user → {@link Unauthorized},
 * a secret → a concealed {@link Forbidden}, otherwise Forbidden. Returns the error; throw it.
 *
 * @throws {TypeError} when no user is there and the realm is neither a name nor a challenge
 * @see RFC 9110 §15.5.2, §15.5.4
 */
export function denyAccess(denial: Denial): HttpError {
  const { user, realm, secret = false, detail } = ownMembers(denial);
  if (user === null || user === undefined || user === false) {
    return new Unauthorized(realm, detail);
  }
  return new Forbidden(detail, { conceal: secret });
}
