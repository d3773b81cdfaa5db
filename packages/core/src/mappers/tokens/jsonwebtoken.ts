import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { JSONWEBTOKEN_MESSAGES, JSONWEBTOKEN_PREFIXES } from './jsonwebtoken-messages.js';
import { refuseToken, TOKEN_ANSWERS, type TokenCode } from './token-answers.js';

/** The names that the library sets on its errors. */
const NAMES = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'] as const;

/**
 * Tokens that jsonwebtoken refused, by the names that its errors set and what they carry (`expiredAt`,
 * `date`); a JsonWebTokenError may be about the server's key as well, which its message tells.
 *
 * @see https://github.com/auth0/node-jsonwebtoken#errors--codes (9.0)
 */
export const jsonwebtoken = defineMapper({
  name: 'jsonwebtoken',
  libraries: 'jsonwebtoken, and what passes its errors on',
  match: { name: NAMES },
  answers: {
    ...TOKEN_ANSWERS,
    credentials_missing: { status: 401, when: 'there was no token to verify' },
  },
  map({ thrown }, { answer }) {
    const code = classifyJsonWebToken(thrown);
    return code && refuseToken(answer, code);
  },
});

/** Tells what an error of jsonwebtoken is about; undefined if it is none. */
export function classifyJsonWebToken(
  error: unknown,
): TokenCode | 'credentials_missing' | undefined {
  const name = readProperty(error, 'name');
  const message = readProperty(error, 'message');
  if (typeof message !== 'string') return undefined;
  if (name === 'TokenExpiredError') {
    return readProperty(error, 'expiredAt') === undefined ? undefined : 'token_expired';
  }
  if (name === 'NotBeforeError') {
    return readProperty(error, 'date') === undefined ? undefined : 'token_not_active';
  }
  if (name !== 'JsonWebTokenError') return undefined;
  if (message === 'jwt must be provided') return 'credentials_missing';
  return (
    (Object.hasOwn(JSONWEBTOKEN_MESSAGES, message) ? JSONWEBTOKEN_MESSAGES[message] : undefined) ??
    JSONWEBTOKEN_PREFIXES.find(([prefix]) => message.startsWith(prefix))?.[1] ??
    'token_invalid'
  );
}
