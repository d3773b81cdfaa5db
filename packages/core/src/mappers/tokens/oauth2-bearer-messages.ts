import type { TokenCode } from './token-answers.js';

/**
 * What the messages of express-oauth2-jwt-bearer's InvalidTokenError mean, by how they begin. It
 * makes one of whatever goes wrong while it verifies: jose's refusals (jose 4), its own, a failed
 * fetch of the keys, a contradiction in its options.
 *
 * @see https://github.com/auth0/node-oauth2-jwt-bearer (1.10.0, packages/access-token-jwt/src)
 */
export const OAUTH2_BEARER_PREFIXES: readonly (readonly [
  prefix: string,
  code: TokenCode | 'token_keys_unavailable',
])[] = [
  ['"exp" claim timestamp check failed', 'token_expired'],
  ['"nbf" claim timestamp check failed', 'token_not_active'],
  ['signature verification failed', 'token_signature_invalid'],
  ['no applicable key found', 'token_key_unknown'],
  ['"exp" claim must be', 'token_claims_invalid'],
  ['"nbf" claim must be', 'token_claims_invalid'],
  ['"iat" claim must be', 'token_claims_invalid'],
  ['Invalid Compact JWS', 'token_malformed'],
  ['JWS Protected Header is invalid', 'token_malformed'],
  ['JWS "alg" (Algorithm) Header Parameter missing', 'token_malformed'],
  ['Failed to base64url decode', 'token_malformed'],
  ['Token header missing', 'token_malformed'],
  ['Invalid JWT', 'token_malformed'],
  ['JWT Claims Set must be', 'token_malformed'],
  ['unexpected "', 'token_claims_invalid'],
  ["Unexpected '", 'token_claims_invalid'],
  ['Token issuer is not allowed', 'token_claims_invalid'],
  ['Token missing required', 'token_claims_invalid'],
  ["Missing '", 'token_claims_invalid'],
  ['JWT Access Token has no', 'token_claims_invalid'],
  ['JWT Access Token confirmation', 'token_claims_invalid'],
  ['Invalid "cnf"', 'token_claims_invalid'],
  ['Malformed "jkt"', 'token_claims_invalid'],
  ['Invalid "jkt"', 'token_claims_invalid'],
  ['Failed to fetch', 'token_keys_unavailable'],
  ['Failed to parse the', 'token_keys_unavailable'],
  ['Expected 200 OK from the JSON Web Key Set', 'token_keys_unavailable'],
  ['request timed out', 'token_keys_unavailable'],
  ['connect E', 'token_keys_unavailable'],
  ['read E', 'token_keys_unavailable'],
  ['socket hang up', 'token_keys_unavailable'],
  ['getaddrinfo ', 'token_keys_unavailable'],
  ['multiple matching keys found', 'token_verification_misconfigured'],
  ['JSON Web Key Set', 'token_verification_misconfigured'],
  ['Discovery metadata issuer', 'token_verification_misconfigured'],
  ['No JWKS URI, public key, or secret', 'token_verification_misconfigured'],
  ['No issuers configured', 'token_verification_misconfigured'],
  ['Issuer provides', 'token_verification_misconfigured'],
  ['Issuer specifies', 'token_verification_misconfigured'],
];
