import { byCode } from '../by-code.js';
import type { TokenCode } from './token-answers.js';

/** What verifiers say of tokens, of their keys, and of the accounts that tokens are for. */
export type VerifierAnswer =
  | TokenCode
  | 'already_exists'
  | 'authentication_failed'
  | 'credentials_missing'
  | 'record_not_found'
  | 'token_keys_unavailable'
  | 'token_revoked';

/** By `code`: fast-jwt (6.3, src/error.js), firebase-admin (13.10, lib/utils/error.js). */
export const VERIFIER_CODES = byCode<VerifierAnswer>({
  token_expired:
    'FAST_JWT_EXPIRED app-check/app-check-token-expired auth/auth-blocking-token-expired auth/id-token-expired auth/session-cookie-expired',
  token_not_active: 'FAST_JWT_INACTIVE',
  token_invalid: 'FAST_JWT_INVALID_ALGORITHM FAST_JWT_INVALID_CRIT_HEADER auth/invalid-id-token',
  token_claims_invalid:
    'FAST_JWT_INVALID_CLAIM_TYPE FAST_JWT_INVALID_CLAIM_VALUE FAST_JWT_MISSING_REQUIRED_CLAIM auth/mismatching-tenant-id',
  token_verification_misconfigured:
    'FAST_JWT_INVALID_KEY FAST_JWT_INVALID_OPTION FAST_JWT_MISSING_KEY FAST_JWT_VERIFY_ERROR auth/insufficient-permission auth/invalid-credential',
  token_malformed: 'FAST_JWT_INVALID_PAYLOAD FAST_JWT_INVALID_TYPE FAST_JWT_MALFORMED',
  token_signature_invalid: 'FAST_JWT_INVALID_SIGNATURE FAST_JWT_MISSING_SIGNATURE',
  token_keys_unavailable: 'FAST_JWT_KEY_FETCHING_ERROR',
  already_exists:
    'auth/email-already-exists auth/phone-number-already-exists auth/uid-already-exists',
  token_revoked: 'auth/id-token-revoked auth/session-cookie-revoked auth/user-disabled',
  record_not_found: 'auth/user-not-found',
});

/** Of firebase-admin, codes that it gives to a bad token and to a bad argument of ours. */
export const AMBIGUOUS_CODES: readonly string[] = [
  'app-check/invalid-argument',
  'auth/argument-error',
];

/**
 * By `code`, or `name` where there is none, beside Supabase's mark: \@supabase/auth-js (2.109,
 * src/lib/error-codes.ts, errors.ts). A server calls it on behalf of a user.
 */
export const SUPABASE_CODES = byCode<VerifierAnswer>({
  credentials_missing: 'AuthSessionMissingError',
  token_invalid: 'bad_jwt invalid_jwt',
  already_exists: 'email_exists identity_already_exists phone_exists user_already_exists',
  authentication_failed: 'invalid_credentials',
  token_revoked: 'refresh_token_already_used refresh_token_not_found user_banned',
  token_expired: 'session_expired',
  record_not_found: 'user_not_found',
});

/** By `reason`: @clerk/backend (3.25, src/errors.ts). */
export const VERIFIER_REASONS = byCode<VerifierAnswer>({
  token_keys_unavailable: 'jwk-failed-to-load jwk-failed-to-resolve jwk-remote-failed-to-load',
  token_key_unknown: 'jwk-kid-mismatch',
  token_verification_misconfigured: 'secret-key-missing',
  token_expired: 'token-expired',
  token_not_active: 'token-iat-in-the-future token-not-active-yet',
  token_malformed: 'token-invalid',
  token_invalid: 'token-invalid-algorithm token-verification-failed',
  token_claims_invalid: 'token-invalid-authorized-parties',
  token_signature_invalid: 'token-invalid-signature',
});

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
