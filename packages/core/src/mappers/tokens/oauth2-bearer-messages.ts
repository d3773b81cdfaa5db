import type { TokenCode } from './token-answers.js';

type Code = TokenCode | 'token_keys_unavailable';

/**
 * What the messages of express-oauth2-jwt-bearer's InvalidTokenError mean, by how they begin. It
 * makes one of whatever goes wrong while it verifies: jose's refusals (jose 4), its own, a failed
 * fetch of the keys, a contradiction in its options.
 *
 * @see https://github.com/auth0/node-oauth2-jwt-bearer (1.10.0, packages/access-token-jwt/src)
 */
const PREFIXES = {
  token_expired: ['"exp" claim timestamp check failed'],
  token_not_active: ['"nbf" claim timestamp check failed'],
  token_signature_invalid: ['signature verification failed'],
  token_key_unknown: ['no applicable key found'],
  token_claims_invalid: [
    '"exp" claim must be',
    '"nbf" claim must be',
    '"iat" claim must be',
    'unexpected "',
    "Unexpected '",
    'Token issuer is not allowed',
    'Token missing required',
    "Missing '",
    'JWT Access Token has no',
    'JWT Access Token confirmation',
    'Invalid "cnf"',
    'Malformed "jkt"',
    'Invalid "jkt"',
  ],
  token_malformed: [
    'Invalid Compact JWS',
    'JWS Protected Header is invalid',
    'JWS "alg" (Algorithm) Header Parameter missing',
    'Failed to base64url decode',
    'Token header missing',
    'Invalid JWT',
    'JWT Claims Set must be',
  ],
  token_keys_unavailable: [
    'Failed to fetch',
    'Failed to parse the',
    'Expected 200 OK from the JSON Web Key Set',
    'request timed out',
    'connect E',
    'read E',
    'socket hang up',
    'getaddrinfo ',
  ],
  token_verification_misconfigured: [
    'multiple matching keys found',
    'JSON Web Key Set',
    'Discovery metadata issuer',
    'No JWKS URI, public key, or secret',
    'No issuers configured',
    'Issuer provides',
    'Issuer specifies',
  ],
} satisfies Partial<Record<Code, readonly string[]>>;

/** Each with its meaning. */
export const OAUTH2_BEARER_PREFIXES: readonly (readonly [prefix: string, code: Code])[] =
  Object.entries(PREFIXES).flatMap(([code, prefixes]) =>
    prefixes.map((prefix) => [prefix, code as Code] as const),
  );
