import type { TokenCode } from './token-answers.js';

/**
 * What jsonwebtoken's messages mean; it has one class for a bad token and a bad key. What is not
 * listed begins with one of {@link JSONWEBTOKEN_PREFIXES} or is `token_invalid`.
 *
 * @see https://github.com/auth0/node-jsonwebtoken (9.0.3, verify.js)
 */
export const JSONWEBTOKEN_MESSAGES: Readonly<Record<string, TokenCode | undefined>> = {
  'jwt malformed': 'token_malformed',
  'jwt must be a string': 'token_malformed',
  'invalid token': 'token_malformed',
  'invalid nbf value': 'token_malformed',
  'invalid exp value': 'token_malformed',
  'jwt signature is required': 'token_signature_invalid',
  'invalid signature': 'token_signature_invalid',
  'iat required when maxAge is specified': 'token_claims_invalid',
  'secret or public key must be provided': 'token_verification_misconfigured',
  'secretOrPublicKey is not valid key material': 'token_verification_misconfigured',
  'clockTimestamp must be a number': 'token_verification_misconfigured',
  'nonce must be a non-empty string': 'token_verification_misconfigured',
  'allowInvalidAsymmetricKeyTypes must be a boolean': 'token_verification_misconfigured',
  'please specify "none" in "algorithms" to verify unsigned tokens':
    'token_verification_misconfigured',
};

/** The first that a message begins with decides. */
export const JSONWEBTOKEN_PREFIXES: readonly (readonly [prefix: string, code: TokenCode])[] = [
  ['jwt audience invalid', 'token_claims_invalid'],
  ['jwt issuer invalid', 'token_claims_invalid'],
  ['jwt subject invalid', 'token_claims_invalid'],
  ['jwt jwtid invalid', 'token_claims_invalid'],
  ['jwt nonce invalid', 'token_claims_invalid'],
  // jwks-rsa's words for a key that the token names and the issuer does not have.
  [
    'error in secret or public key callback: Unable to find a signing key that matches',
    'token_key_unknown',
  ],
  ['error in secret or public key callback', 'token_verification_misconfigured'],
  ['secretOrPublicKey must be a', 'token_verification_misconfigured'],
  ['verify must be called asynchronous', 'token_verification_misconfigured'],
  ['"maxAge" should be', 'token_verification_misconfigured'],
];
