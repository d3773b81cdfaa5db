import { ownMembers } from '../values/own-members.js';
import type { Challenge } from './challenge.js';
import {
  checkGrammar,
  checkParams,
  checkText,
  ERROR_TEXT,
  JWS_ALGORITHM,
  NONCE,
  SCOPE,
  URI,
} from './grammar.js';

/** Parameters that Bearer and DPoP challenges share. */
export interface OAuthParams {
  /** The protection space. */
  readonly realm?: string | undefined;
  /** The scope that is needed: tokens, or tokens with one space between them. */
  readonly scope?: string | readonly string[] | undefined;
  /** What is wrong with the token; sent only to a client that sent one (RFC 6750 §3.1). */
  readonly error?: string | undefined;
  /** For developers, in ASCII; quotes and backslashes, which the grammar forbids, are replaced. */
  readonly errorDescription?: string | undefined;
  /** A page that explains the error. */
  readonly errorUri?: string | undefined;
  /** The URL of the protected resource's metadata (RFC 9728 §5.1). */
  readonly resourceMetadata?: string | undefined;
  /** Acceptable authentication context classes (RFC 9470 §3). */
  readonly acrValues?: string | readonly string[] | undefined;
  /** How old the authentication may be, in seconds (RFC 9470 §3). */
  readonly maxAge?: number | undefined;
}

/** An error may be explained; without one there is nothing to explain. */
type Explained<Code extends string> =
  | { readonly error: Code }
  | {
      readonly error?: undefined;
      readonly errorDescription?: undefined;
      readonly errorUri?: undefined;
    };

/** Checks the parameters and gives them the names of the wire. @throws {TypeError} naming the wrong one */
function oauthParams(given: OAuthParams): Record<string, string> {
  const params: Record<string, string> = {};
  const own = ownMembers(given);
  checkExplained(own);
  const { realm, scope, error, errorDescription, errorUri, resourceMetadata, acrValues, maxAge } =
    own;
  if (realm !== undefined) params.realm = checkText('realm', realm);
  if (error !== undefined) params.error = checkGrammar('error', error, ERROR_TEXT);
  if (errorDescription !== undefined) {
    params.error_description = descriptionText(checkText('errorDescription', errorDescription));
  }
  if (errorUri !== undefined) params.error_uri = checkGrammar('errorUri', errorUri, URI);
  if (scope !== undefined) params.scope = checkGrammar('scope', joined(scope), SCOPE);
  if (resourceMetadata !== undefined) {
    params.resource_metadata = checkGrammar('resourceMetadata', resourceMetadata, URI);
  }
  if (acrValues !== undefined) {
    params.acr_values = checkGrammar('acrValues', joined(acrValues), SCOPE);
  }
  if (maxAge !== undefined) {
    if (!Number.isSafeInteger(maxAge) || maxAge < 0) {
      throw new TypeError('maxAge must be whole seconds, 0 or more');
    }
    params.max_age = String(maxAge);
  }
  return params;
}

/** RFC 6750 §3: a description and a page go with the error that they explain. */
function checkExplained({ error, errorDescription, errorUri }: OAuthParams): void {
  if (error !== undefined) return;
  if (errorDescription !== undefined) throw new TypeError('errorDescription needs an error');
  if (errorUri !== undefined) throw new TypeError('errorUri needs an error');
}

/** A list is joined; what is no list is left for the grammar to judge. */
function joined(tokens: unknown): unknown {
  return Array.isArray(tokens) ? tokens.join(' ') : tokens;
}

/** error-description = %x20-21 / %x23-5B / %x5D-7E (RFC 6750 §3): the meaning survives a replacement. */
function descriptionText(text: string): string {
  return text
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replace(/[^ -~]/gu, (character) => (character < ' ' ? ' ' : '?'));
}

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
