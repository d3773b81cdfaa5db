import type { Challenge } from './challenge.js';
import { checkParams } from './grammar.js';
import { type Explained, type OAuthParams, oauthParams } from './oauth-params.js';

/** The registered Bearer errors (RFC 6750 §3.1, RFC 9470 §3). */
export type BearerError =
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'insufficient_user_authentication';

type AtLeastOne<Params> = {
  [Name in keyof Params]-?: Required<Pick<Params, Name>> & Params;
}[keyof Params];

/**
 * Parameters of {@link bearer}, one at least (RFC 6750 §3); a description only with an error.
 */
export type BearerParams = AtLeastOne<
  Omit<OAuthParams, 'error'> & { readonly error?: BearerError | undefined }
> &
  Explained<BearerError>;

/**
 * A Bearer challenge.
 *
 *     WWW-Authenticate: Bearer realm="orders", error="invalid_token", scope="orders:read"
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 6750 §3
 */
export function bearer(params: BearerParams): Challenge {
  const list = oauthParams(checkParams('bearer', params));
  if (Object.keys(list).length === 0) throw new TypeError('bearer needs one parameter at least');
  return { scheme: 'Bearer', params: list };
}

/**
 * A challenge about a token, in whichever scheme the client tried; Bearer for those who read an
 * error's headers.
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3
 */
export function tokenChallenge(params: BearerParams): Challenge {
  return { ...bearer(params), followsClient: true };
}
