import type { Challenge } from './challenge.js';
import { checkOneOf, checkParams, checkText } from './grammar.js';

/** Parameters of {@link basic}. */
export interface BasicParams {
  /** The protection space, shown to the user by browsers. */
  readonly realm: string;
  /** The one charset that may be asked for. */
  readonly charset?: 'UTF-8' | undefined;
}

/**
 * A Basic challenge. Browsers answer it with a password prompt.
 *
 *     WWW-Authenticate: Basic realm="orders", charset="UTF-8"
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 7617 §2
 */
export function basic(given: BasicParams): Challenge {
  const { realm, charset } = checkParams('basic', given);
  const params: Record<string, string> = { realm: checkText('realm', realm) };
  if (charset !== undefined) {
    params.charset = checkOneOf('charset', charset, ['UTF-8']);
  }
  return { scheme: 'Basic', params };
}
