import type { TokenCode } from './token-answers.js';

/** What verifiers say of tokens, of their keys, and of the accounts that tokens are for. */
export type VerifierAnswer =
  | TokenCode
  | 'already_exists'
  | 'credentials_missing'
  | 'record_not_found'
  | 'token_keys_unavailable'
  | 'token_revoked';

/** By `code`: fast-jwt (6.3, src/error.js), firebase-admin (13.10, lib/utils/error.js). */
export const VERIFIER_CODES: Readonly<Record<string, VerifierAnswer | undefined>> = {
  FAST_JWT_EXPIRED: 'token_expired',
  FAST_JWT_INACTIVE: 'token_not_active',
  FAST_JWT_INVALID_ALGORITHM: 'token_invalid',
  FAST_JWT_INVALID_CLAIM_TYPE: 'token_claims_invalid',
  FAST_JWT_INVALID_CLAIM_VALUE: 'token_claims_invalid',
  FAST_JWT_INVALID_CRIT_HEADER: 'token_invalid',
  FAST_JWT_INVALID_KEY: 'token_verification_misconfigured',
  FAST_JWT_INVALID_OPTION: 'token_verification_misconfigured',
  FAST_JWT_INVALID_PAYLOAD: 'token_malformed',
  FAST_JWT_INVALID_SIGNATURE: 'token_signature_invalid',
  FAST_JWT_INVALID_TYPE: 'token_malformed',
  FAST_JWT_KEY_FETCHING_ERROR: 'token_keys_unavailable',
  FAST_JWT_MALFORMED: 'token_malformed',
  FAST_JWT_MISSING_KEY: 'token_verification_misconfigured',
  FAST_JWT_MISSING_REQUIRED_CLAIM: 'token_claims_invalid',
  FAST_JWT_MISSING_SIGNATURE: 'token_signature_invalid',
  FAST_JWT_VERIFY_ERROR: 'token_verification_misconfigured',
  'app-check/app-check-token-expired': 'token_expired',
  'auth/auth-blocking-token-expired': 'token_expired',
  'auth/email-already-exists': 'already_exists',
  'auth/id-token-expired': 'token_expired',
  'auth/id-token-revoked': 'token_revoked',
  'auth/insufficient-permission': 'token_verification_misconfigured',
  'auth/invalid-credential': 'token_verification_misconfigured',
  'auth/invalid-id-token': 'token_invalid',
  'auth/mismatching-tenant-id': 'token_claims_invalid',
  'auth/phone-number-already-exists': 'already_exists',
  'auth/session-cookie-expired': 'token_expired',
  'auth/session-cookie-revoked': 'token_revoked',
  'auth/uid-already-exists': 'already_exists',
  'auth/user-disabled': 'token_revoked',
  'auth/user-not-found': 'record_not_found',
};

/** Of firebase-admin, codes that it gives to a bad token and to a bad argument of ours. */
export const AMBIGUOUS_CODES: readonly string[] = [
  'app-check/invalid-argument',
  'auth/argument-error',
];

/** By `reason`: @clerk/backend (3.25, src/errors.ts). */
export const VERIFIER_REASONS: typeof VERIFIER_CODES = {
  'jwk-failed-to-load': 'token_keys_unavailable',
  'jwk-failed-to-resolve': 'token_keys_unavailable',
  'jwk-kid-mismatch': 'token_key_unknown',
  'jwk-remote-failed-to-load': 'token_keys_unavailable',
  'secret-key-missing': 'token_verification_misconfigured',
  'token-expired': 'token_expired',
  'token-iat-in-the-future': 'token_not_active',
  'token-invalid': 'token_malformed',
  'token-invalid-algorithm': 'token_invalid',
  'token-invalid-authorized-parties': 'token_claims_invalid',
  'token-invalid-signature': 'token_signature_invalid',
  'token-not-active-yet': 'token_not_active',
  'token-verification-failed': 'token_invalid',
};

/**
 * By how a message begins, where a library has nothing else: google-auth-library (10.9,
 * src/auth/oauth2client.ts), aws-jwt-verify (5.2, src/jwt.ts, jwt-verifier.ts), jwks-rsa (4.1), jwt-simple
 * (0.5), \@hapi/jwt (3.2), jwt-decode (4.0). What
 * firebase-admin (13.10, lib/auth/token-verifier.js) says under an ambiguous code may stand anywhere.
 */
export const VERIFIER_MESSAGES: readonly (readonly [RegExp, VerifierAnswer])[] = [
  [/^Token used too late, |^Token expired(?:$| at \d{4}-)/, 'token_expired'],
  [
    /^Token used too early, |^Token can't be used before \d{4}-|^Token not yet active$/,
    'token_not_active',
  ],
  [
    /^Wrong recipient, payload audience != |^Invalid issuer, expected one of \[|^Expiration time too far in future: |^issuer not configured: |^(?:Issuer|Audience|Client ID|Token use|Scope|Group) not allowed: | has (?:incorrect "(?:aud|iss)"|no "sub"|an empty "sub"|a "sub")/,
    'token_claims_invalid',
  ],
  [
    /^No pem found for envelope: |^JWK for kid .{1,64} not found in the JWKS|^Unable to find a signing key that matches | has "kid" claim which does not /,
    'token_key_unknown',
  ],
  [
    /^Invalid token signature(?:: |$)|^Signature verification failed$| has invalid signature\. See /,
    'token_signature_invalid',
  ],
  [
    /^Wrong number of segments in token: |^Not enough or too many segments$|^Invalid token (?:specified: |structure$)|^Can't parse token (?:envelope|payload): |^No (?:issue|expiration) time in token: |^(?:iat|exp) field using invalid format|^JWT (?:string|header|payload) |^Empty JWT$|^Invalid JWT\. |^Decoding Firebase |^First argument to verify\w+\(\) must be | has no "kid" claim| expects an? .{1,40} but was given /,
    'token_malformed',
  ],
  [/^JWT signature algorithm not allowed: | has incorrect algorithm\. /, 'token_invalid'],
  [/^The verifyIdToken method requires an ID Token$|^No token supplied$/, 'credentials_missing'],
  [
    /^Failed to retrieve verification certificates: |^Failed to fetch https?:\/\/\S+\/jwks(?:\.json)?: |^Error (?:while making request|fetching (?:public keys|Json Web Keys))\b|^Too many requests to the JWKS endpoint$/,
    'token_keys_unavailable',
  ],
];
