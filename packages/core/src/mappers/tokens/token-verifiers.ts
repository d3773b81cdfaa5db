import { readProperty, readText, textOf } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { readPath } from '../marks.js';
import type { Traits } from '../read-traits.js';
import { refuseToken, TOKEN_ANSWERS } from './token-answers.js';
import {
  AMBIGUOUS_CODES,
  SUPABASE_CODES,
  VERIFIER_CODES,
  VERIFIER_MESSAGES,
  VERIFIER_REASONS,
  type VerifierAnswer,
} from './token-verifiers-table.js';

/** What Supabase marks its errors by. */
const SUPABASE = '__isAuthError';

/** Messages are looked at no further. */
const MAX_LENGTH = 256;

/**
 * Tokens that a verifier refused, by its code, reason or words; which of these is the client's fault
 * and which the server's is a table.
 *
 * @see https://github.com/nearform/fast-jwt (6.3), https://firebase.google.com/docs/auth/admin/errors (13.10), https://github.com/awslabs/aws-jwt-verify (5.2), https://github.com/googleapis/google-auth-library-nodejs (10.9), https://github.com/auth0/node-jwks-rsa (4.1), https://clerk.com/docs/references/backend/overview (3.25)
 */
export const tokenVerifiers = defineMapper({
  name: 'token-verifiers',
  libraries:
    'fast-jwt, firebase-admin, aws-jwt-verify, google-auth-library, jwks-rsa, @clerk/backend, @supabase/supabase-js, jwt-simple, @hapi/jwt, jwt-decode',
  match: {
    code: [...VERIFIER_CODES.keys(), ...AMBIGUOUS_CODES],
    name: ['JwksRateLimitError', 'JwksError', 'SigningKeyNotFoundError'],
    has: ['reason', 'rawJwt', SUPABASE],
    message: [...VERIFIER_MESSAGES.map(([pattern]) => pattern), 'Invalid signature'],
  },
  answers: {
    ...TOKEN_ANSWERS,
    credentials_missing: { status: 401, when: 'there was no token to verify' },
    authentication_failed: { status: 401, when: 'a log-in was refused' },
    token_revoked: { status: 401, when: 'the token, or the account, was revoked' },
    token_keys_unavailable: {
      status: 503,
      when: 'the issuer’s keys can’t be fetched',
      retryAfter: 30,
    },
    record_not_found: { status: 404, when: 'there is no such user' },
    already_exists: { status: 409, when: 'there is such a user already' },
  },
  map({ thrown, code, name }, { answer }) {
    const known = classify(thrown, { code, name });
    return known && refuseToken(answer, known);
  },
});

function classify(
  thrown: object,
  { code, name }: Pick<Traits, 'code' | 'name'>,
): VerifierAnswer | undefined {
  if (readProperty(thrown, SUPABASE) === true) {
    return SUPABASE_CODES.get(String(code ?? name));
  }
  const byCode = VERIFIER_CODES.get(textOf(code));
  if (byCode !== undefined) return byCode;
  if (code !== undefined && !AMBIGUOUS_CODES.includes(String(code))) return undefined;
  const byReason = VERIFIER_REASONS.get(readText(thrown, 'reason'));
  if (byReason !== undefined) return byReason;
  const message = readText(thrown, 'message').slice(0, MAX_LENGTH);
  const told = VERIFIER_MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  if (told !== undefined) return told;
  // What else jwks-rsa says is that it got no keys.
  if (name === 'JwksError' || name === 'JwksRateLimitError') return 'token_keys_unavailable';
  // Nothing else tells aws-jwt-verify's words from anybody's.
  const isOfAws = readPath(thrown, 'constructor.name') === 'JwtInvalidSignatureError';
  return message === 'Invalid signature' && isOfAws ? 'token_signature_invalid' : undefined;
}
