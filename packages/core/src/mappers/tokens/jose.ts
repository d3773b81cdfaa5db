import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { refuseToken, TOKEN_ANSWERS } from './token-answers.js';

/** What jose's codes mean. */
const CODES = {
  ERR_JWT_EXPIRED: 'token_expired',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'token_claims_invalid',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'token_signature_invalid',
  ERR_JWS_INVALID: 'token_malformed',
  ERR_JWT_INVALID: 'token_malformed',
  ERR_JWE_INVALID: 'token_malformed',
  ERR_JWE_DECRYPTION_FAILED: 'token_invalid',
  ERR_JOSE_ALG_NOT_ALLOWED: 'token_invalid',
  // The client chooses the algorithm that its token names.
  ERR_JOSE_NOT_SUPPORTED: 'token_invalid',
  ERR_JWKS_NO_MATCHING_KEY: 'token_key_unknown',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'token_verification_misconfigured',
  ERR_JWK_INVALID: 'token_verification_misconfigured',
  ERR_JWKS_INVALID: 'token_verification_misconfigured',
  ERR_JWKS_TIMEOUT: 'token_keys_unavailable',
  // Only a remote key set that can't be fetched or read has no code of its own.
  ERR_JOSE_GENERIC: 'token_keys_unavailable',
} as const;

/** How it says the same of a key, which is the server's: JWK (RFC 7517) is not what tokens are made of. */
const UNSUPPORTED_KEY = /\bJWK "|"kty"|\bkey (?:format|curve|asymmetricKeyType)\b/;

/**
 * Tokens that jose refused, by the code that it documents as stable.
 *
 * @see https://github.com/panva/jose/blob/main/docs/util/errors/README.md (6.2)
 */
export const jose = defineMapper({
  name: 'jose',
  libraries: 'jose',
  match: { code: Object.keys(CODES) },
  answers: {
    ...TOKEN_ANSWERS,
    token_keys_unavailable: {
      status: 503,
      when: 'the issuer’s key set can’t be fetched',
      retryAfter: 30,
    },
  },
  map({ thrown, code }, { answer }) {
    const early = readProperty(thrown, 'claim') === 'nbf';
    const known = CODES[code as keyof typeof CODES];
    if (code === 'ERR_JOSE_NOT_SUPPORTED' && isAboutKey(thrown)) {
      return answer('token_verification_misconfigured');
    }
    return refuseToken(
      answer,
      known === 'token_claims_invalid' && early ? 'token_not_active' : known,
    );
  },
});

function isAboutKey(thrown: object): boolean {
  return UNSUPPORTED_KEY.test(readText(thrown, 'message'));
}
