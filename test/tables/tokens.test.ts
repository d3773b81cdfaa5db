import { UnauthorizedError } from 'express-jwt';
import { InvalidTokenError } from 'express-oauth2-jwt-bearer';
import * as jose from 'jose';
import jwt from 'jsonwebtoken';
import { expressJwt } from '../../packages/core/src/mappers/tokens/express-jwt.js';
import { jose as joseMapper } from '../../packages/core/src/mappers/tokens/jose.js';
import {
  JSONWEBTOKEN_MESSAGES,
  JSONWEBTOKEN_PREFIXES,
} from '../../packages/core/src/mappers/tokens/jsonwebtoken-messages.js';
import { OAUTH2_BEARER_PREFIXES } from '../../packages/core/src/mappers/tokens/oauth2-bearer-messages.js';
import { askAnswer, serveRows } from './ask-answer.js';
import { type Facts, listFacts, OURS } from './facts.js';

serveRows();

/** By RFC 6750 §3.1 a bad token is a 401; a bad key is ours, and keys that can't be had are nobody's. */
const EXPIRED = '401 token_expired';
const EARLY = '401 token_not_active';
const MALFORMED = '401 token_malformed';
const FORGED = '401 token_signature_invalid';
const CLAIMS = '401 token_claims_invalid';
const UNKNOWN_KEY = '401 token_key_unknown';
const INVALID = '401 token_invalid';
const NO_KEYS = '503 token_keys_unavailable, temporary, after 30 s';

type Messages = readonly (readonly [message: string, answer: string])[];

/** Every message of jsonwebtoken 9.0.3, verify.js, and two of jwks-rsa's beneath it. */
const JSONWEBTOKEN: Messages = [
  ['jwt must be provided', '401 credentials_missing'],
  ['jwt must be a string', MALFORMED],
  ['jwt malformed', MALFORMED],
  ['invalid token', MALFORMED],
  ['invalid nbf value', MALFORMED],
  ['invalid exp value', MALFORMED],
  ['jwt signature is required', FORGED],
  ['invalid signature', FORGED],
  ['invalid algorithm', INVALID],
  ['jwt audience invalid. expected: api', CLAIMS],
  ['jwt issuer invalid. expected: https://issuer.example', CLAIMS],
  ['jwt subject invalid. expected: 1', CLAIMS],
  ['jwt jwtid invalid. expected: 1', CLAIMS],
  ['jwt nonce invalid. expected: 1', CLAIMS],
  ['iat required when maxAge is specified', CLAIMS],
  [
    'error in secret or public key callback: Unable to find a signing key that matches "1"',
    UNKNOWN_KEY,
  ],
  ['error in secret or public key callback: connect ECONNREFUSED', OURS],
  ['secret or public key must be provided', OURS],
  ['secretOrPublicKey is not valid key material', OURS],
  ['secretOrPublicKey must be a symmetric key when using HS256', OURS],
  ['secretOrPublicKey must be an asymmetric key when using RS256', OURS],
  ['please specify "none" in "algorithms" to verify unsigned tokens', OURS],
  ['verify must be called asynchronous if secret or public key is provided as a callback', OURS],
  ['clockTimestamp must be a number', OURS],
  ['nonce must be a non-empty string', OURS],
  ['allowInvalidAsymmetricKeyTypes must be a boolean', OURS],
  ['"maxAge" should be a number of seconds or string representing a timespan', OURS],
  ['a message of a later version', INVALID],
];

describe('jsonwebtoken', () => {
  it.each(JSONWEBTOKEN)('“%s”', async (message, answer) => {
    const error = new jwt.JsonWebTokenError(message);
    expect(await askAnswer(error)).toBe(answer);
    if (message === 'jwt must be provided') return;
    // express-jwt verifies with it, and keeps what it said.
    expect(await askAnswer(new UnauthorizedError('invalid_token', error))).toBe(answer);
  });

  it('says more by a class of their own of time', async () => {
    expect(await askAnswer(new jwt.TokenExpiredError('jwt expired', new Date(0)))).toBe(EXPIRED);
    expect(await askAnswer(new jwt.TokenExpiredError('maxAge exceeded', new Date(0)))).toBe(
      EXPIRED,
    );
    expect(await askAnswer(new jwt.NotBeforeError('jwt not active', new Date(9e12)))).toBe(EARLY);
  });

  it('leaves no row without a fact', () => {
    const messages = JSONWEBTOKEN.map(([message]) => message);
    expect(Object.keys(JSONWEBTOKEN_MESSAGES).filter((row) => !messages.includes(row))).toEqual([]);
    const unmet = JSONWEBTOKEN_PREFIXES.filter(
      ([prefix]) => !messages.some((message) => message.startsWith(prefix)),
    );
    expect(unmet).toEqual([]);
  });
});

/** express-jwt 8.5, src/errors/UnauthorizedError.ts. */
const EXPRESS_JWT: Facts = {
  '401 credentials_missing': ['credentials_required'],
  '401 credentials_malformed': ['credentials_bad_scheme', 'credentials_bad_format'],
  '401 token_revoked': ['revoked_token'],
  // Nothing that the library knows of has thrown.
  [OURS]: ['invalid_token'],
};

describe('express-jwt', () => {
  it.each(listFacts(EXPRESS_JWT))('%s%s', async (code, _none, answer) => {
    const error = new UnauthorizedError(code as 'invalid_token', new Error('x'));
    expect(await askAnswer(error)).toBe(answer);
  });

  it('takes a header that is no JSON for a malformed token', async () => {
    const error = new UnauthorizedError('invalid_token', new SyntaxError('Unexpected token'));
    expect(await askAnswer(error)).toBe(MALFORMED);
  });

  it('leaves no row without a fact', () => {
    const told = listFacts(EXPRESS_JWT).map(([code]) => code);
    expect([...(expressJwt.match.code ?? [])].sort()).toEqual([...told].sort());
  });
});

/** jose 6.2, docs/util/errors. */
const JOSE: Facts = {
  [EXPIRED]: ['JWTExpired ERR_JWT_EXPIRED'],
  [CLAIMS]: ['JWTClaimValidationFailed ERR_JWT_CLAIM_VALIDATION_FAILED'],
  [FORGED]: ['JWSSignatureVerificationFailed ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  [MALFORMED]: [
    'JWSInvalid ERR_JWS_INVALID',
    'JWTInvalid ERR_JWT_INVALID',
    'JWEInvalid ERR_JWE_INVALID',
  ],
  [INVALID]: [
    'JWEDecryptionFailed ERR_JWE_DECRYPTION_FAILED',
    'JOSEAlgNotAllowed ERR_JOSE_ALG_NOT_ALLOWED',
    'JOSENotSupported ERR_JOSE_NOT_SUPPORTED',
  ],
  [UNKNOWN_KEY]: ['JWKSNoMatchingKey ERR_JWKS_NO_MATCHING_KEY'],
  [NO_KEYS]: ['JWKSTimeout ERR_JWKS_TIMEOUT', 'JOSEError ERR_JOSE_GENERIC'],
  [OURS]: [
    'JWKInvalid ERR_JWK_INVALID',
    'JWKSInvalid ERR_JWKS_INVALID',
    'JWKSMultipleMatchingKeys ERR_JWKS_MULTIPLE_MATCHING_KEYS',
  ],
};

describe('jose', () => {
  const classes = jose.errors as unknown as Record<
    string,
    new (
      message: string,
      payload: object,
    ) => Error
  >;

  it.each(listFacts(JOSE))('%s %s', async (name, code, answer) => {
    const Class = classes[name];
    if (Class === undefined) throw new Error(`there is no ${name}`);
    const error = new Class('x', {});
    expect(error).toMatchObject({ code });
    expect(await askAnswer(error)).toBe(answer);
  });

  it('says of a token of tomorrow by the claim', async () => {
    const error = new jose.errors.JWTClaimValidationFailed('x', {}, 'nbf', 'check_failed');
    expect(await askAnswer(error)).toBe(EARLY);
  });

  it.each([
    ['unsupported key curve for this operation', OURS],
    ['Unsupported "kty" (Key Type) Parameter value', OURS],
    ['Invalid or unsupported JWK "alg" (Algorithm) Parameter value', OURS],
    ['alg HS999 is not supported either by JOSE or your javascript runtime', INVALID],
  ])('says of a key by the message: %s', async (message, answer) => {
    expect(await askAnswer(new jose.errors.JOSENotSupported(message))).toBe(answer);
  });

  it('leaves none of its classes, and no row, without a fact', () => {
    const told = listFacts(JOSE);
    const names = Object.keys(jose.errors);
    expect(told.map(([name]) => name).sort()).toEqual(names.sort());
    expect([...(joseMapper.match.code ?? [])].sort()).toEqual(told.map(([, code]) => code).sort());
  });
});

/** The messages of an InvalidTokenError of express-oauth2-jwt-bearer 1.10, its own and those of jose 4. */
const BEARER: Messages = [
  ['"exp" claim timestamp check failed', EXPIRED],
  ['"nbf" claim timestamp check failed', EARLY],
  ['signature verification failed', FORGED],
  ['no applicable key found in the JSON Web Key Set', UNKNOWN_KEY],
  ['Invalid Compact JWS', MALFORMED],
  ['JWS Protected Header is invalid', MALFORMED],
  ['JWS "alg" (Algorithm) Header Parameter missing or invalid', MALFORMED],
  ['Failed to base64url decode the payload', MALFORMED],
  ['Invalid JWT', MALFORMED],
  ['JWT Claims Set must be a top-level JSON object', MALFORMED],
  ['Token header missing or invalid "alg" claim', MALFORMED],
  ['unexpected "iss" claim value', CLAIMS],
  ["Unexpected 'aud' value", CLAIMS],
  ["Missing 'exp'", CLAIMS],
  ['"exp" claim must be a number', CLAIMS],
  ['"nbf" claim must be a number', CLAIMS],
  ['"iat" claim must be a number', CLAIMS],
  ['Token issuer is not allowed', CLAIMS],
  ["Token missing required 'iss' claim", CLAIMS],
  ['JWT Access Token has no jkt confirmation claim', CLAIMS],
  ['JWT Access Token confirmation mismatch', CLAIMS],
  ['Invalid "cnf" confirmation claim structure', CLAIMS],
  ['Malformed "jkt" confirmation claim', CLAIMS],
  ['Invalid "jkt" confirmation claim', CLAIMS],
  ['Unsupported algorithm "none" for JWKS-based verification. Supported: RS256', INVALID],
  ['"alg" (Algorithm) Header Parameter not allowed', INVALID],
  ['Failed to fetch https://issuer.example/, responded with 500', NO_KEYS],
  ['Failed to parse the response from https://issuer.example/', NO_KEYS],
  ['Expected 200 OK from the JSON Web Key Set HTTP response', NO_KEYS],
  ['request timed out', NO_KEYS],
  ['connect ECONNREFUSED 127.0.0.1:1', NO_KEYS],
  ['read ECONNRESET', NO_KEYS],
  ['socket hang up', NO_KEYS],
  ['getaddrinfo ENOTFOUND issuer.example', NO_KEYS],
  ['multiple matching keys found in the JSON Web Key Set', OURS],
  ['JSON Web Key Set malformed', OURS],
  ['JSON Web Key Set members must be public keys', OURS],
  ['Discovery metadata issuer does not match token issuer', OURS],
  ['No JWKS URI, public key, or secret available for verification', OURS],
  ['No issuers configured for token validation', OURS],
  ["Issuer provides both 'publicKey' and 'secret'. These are mutually exclusive.", OURS],
  ['Issuer specifies symmetric algorithm but no secret provided', OURS],
  ['a message of a later version', INVALID],
];

describe('express-oauth2-jwt-bearer', () => {
  it.each(BEARER)('“%s”', async (message, answer) => {
    expect(await askAnswer(new InvalidTokenError(message))).toBe(answer);
  });

  it('leaves no row without a fact', () => {
    const unmet = OAUTH2_BEARER_PREFIXES.filter(
      ([prefix]) => !BEARER.some(([message]) => message.startsWith(prefix)),
    );
    expect(unmet).toEqual([]);
  });
});

describe('csurf, csrf-csrf, csrf-sync and lusca', () => {
  it('refuse by one code', async () => {
    const error = Object.assign(new Error('invalid csrf token'), { code: 'EBADCSRFTOKEN' });
    expect(await askAnswer(error)).toBe('403 csrf_token_invalid');
  });
});
