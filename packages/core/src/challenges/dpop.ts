import type { BearerError } from './bearer.js';
import type { Challenge } from './challenge.js';
import { checkGrammar, checkParams, JWS_ALGORITHM, NONCE } from './grammar.js';
import { type Explained, type OAuthParams, oauthParams } from './oauth-params.js';

/** The errors that a DPoP challenge may name (RFC 9449 §7.1, §12.2). */
export type DpopError = BearerError | 'invalid_dpop_proof' | 'use_dpop_nonce';

/** Parameters of {@link dpop}; a description only with an error or a nonce. */
export type DpopParams = Omit<OAuthParams, 'error'> & {
  /** The asymmetric JWS algorithms that are taken for proofs, such as `ES256`. */
  readonly algs: readonly [string, ...string[]];
  /** What is wrong; a `nonce` without an error says `use_dpop_nonce`. */
  readonly error?: DpopError | undefined;
  /** The nonce for the next proof; goes out as `DPoP-Nonce` (RFC 9449 §9). */
  readonly nonce?: string | undefined;
} & (Explained<DpopError> | { readonly nonce: string });

/**
 * A DPoP challenge. It can't go into Proxy-Authenticate.
 *
 *     WWW-Authenticate: DPoP error="use_dpop_nonce", algs="ES256"
 *     DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
 *
 * @throws {TypeError} naming the parameter that is wrong
 * @see RFC 9449 §7.1, §9
 */
export function dpop(given: DpopParams): Challenge {
  const { algs, nonce, ...params } = checkParams('dpop', given);
  const error = params.error ?? (nonce === undefined ? undefined : 'use_dpop_nonce');
  const names = [algs].flat().map((alg) => checkGrammar('algs', alg, JWS_ALGORITHM));
  if (names.length === 0) throw new TypeError('algs must name one algorithm at least');
  return {
    scheme: 'DPoP',
    params: { ...oauthParams({ ...params, error }), algs: names.join(' ') },
    ...(nonce !== undefined && { headers: { 'DPoP-Nonce': checkGrammar('nonce', nonce, NONCE) } }),
  };
}
