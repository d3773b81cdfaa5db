import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { classifyJsonWebToken } from './jsonwebtoken.js';
import { refuseToken, TOKEN_ANSWERS } from './token-answers.js';

/**
 * Requests that express-jwt refused, by its code, status and `inner` error: what jsonwebtoken said
 * decides whether the token or the key was bad. Credentials that are missing, or no Bearer token at
 * all, get the handler's own challenge without error information (RFC 6750 §3.1).
 *
 * @see https://github.com/auth0/express-jwt#error-handling (8.5, src/errors/UnauthorizedError.ts)
 */
export const expressJwt = defineMapper({
  name: 'express-jwt',
  libraries: 'express-jwt',
  match: {
    code: [
      'credentials_bad_scheme',
      'credentials_bad_format',
      'credentials_required',
      'invalid_token',
      'revoked_token',
    ],
  },
  answers: {
    credentials_missing: { status: 401, when: 'the request has no token' },
    credentials_malformed: { status: 401, when: 'the Authorization field is no Bearer token' },
    token_revoked: { status: 401, when: '`isRevoked` says so' },
    ...TOKEN_ANSWERS,
  },
  map({ thrown, code }, { answer }) {
    const inner = readProperty(thrown, 'inner');
    if (readProperty(thrown, 'status') !== 401 || typeof inner !== 'object') return undefined;
    switch (code) {
      case 'credentials_required':
        return answer('credentials_missing');
      case 'credentials_bad_scheme':
      case 'credentials_bad_format':
        return answer('credentials_malformed');
      case 'revoked_token':
        return refuseToken(answer, 'token_revoked');
      default:
        return refuseToken(answer, classifyInner(inner));
    }
  },
});

/** It decodes the token before it verifies it, and a payload that is no JSON fails there. */
function classifyInner(inner: unknown): keyof typeof TOKEN_ANSWERS | 'credentials_missing' {
  if (readProperty(inner, 'name') === 'SyntaxError') return 'token_malformed';
  return classifyJsonWebToken(inner) ?? 'token_verification_misconfigured';
}
