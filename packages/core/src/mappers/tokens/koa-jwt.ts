import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { classifyJsonWebToken } from './jsonwebtoken.js';
import { refuseToken, TOKEN_ANSWERS, type TokenCode } from './token-answers.js';

/** What koa-jwt itself says of a token, and what jwks-rsa says that gives it the key. */
const MESSAGES: ReadonlyMap<unknown, TokenCode | 'token_revoked'> = new Map([
  ['Token revoked', 'token_revoked'],
  ['Invalid token', 'token_malformed'],
  ['Secret not provided', 'token_verification_misconfigured'],
  ['Missing / invalid token algorithm', 'token_invalid'],
]);

/** The message for all that it refuses, unless it debugs. */
const REFUSED = 'Authentication Error';

/**
 * Tokens that koa-jwt refused: a 401 of http-errors with the error that told it to, of jsonwebtoken
 * mostly. What `secret` or `isRevoked` fails with is no fault of the token's. A token that is missing
 * has no such error, and the handler's own challenge (RFC 6750 §3.1).
 *
 * @see https://github.com/koajs/jwt#example (4.0, lib/index.js)
 */
export const koaJwt = defineMapper({
  name: 'koa-jwt',
  libraries: 'koa-jwt',
  match: { has: ['originalError'] },
  answers: {
    credentials_missing: { status: 401, when: 'the token is empty' },
    token_revoked: { status: 401, when: '`isRevoked` says so' },
    ...TOKEN_ANSWERS,
  },
  map({ thrown, name }, { answer }) {
    if (name !== 'UnauthorizedError' || readProperty(thrown, 'status') !== 401) return undefined;
    const code =
      classifyOriginal(readProperty(thrown, 'originalError')) ??
      (readProperty(thrown, 'message') === REFUSED
        ? 'token_verification_misconfigured'
        : undefined);
    return code && refuseToken(answer, code);
  },
});

function classifyOriginal(
  original: unknown,
): TokenCode | 'credentials_missing' | 'token_revoked' | undefined {
  const name = readProperty(original, 'name');
  if (name === 'SyntaxError') return 'token_malformed';
  if (name === 'SigningKeyNotFoundError') return 'token_key_unknown';
  return classifyJsonWebToken(original) ?? MESSAGES.get(readProperty(original, 'message'));
}
