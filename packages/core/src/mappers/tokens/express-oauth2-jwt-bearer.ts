import { bearer } from '../../challenges/bearer.js';
import { parseChallenges } from '../../challenges/parse-challenges.js';
import { readProperty } from '../../values/read-property.js';
import { type AnswerExtras, defineMapper } from '../built-in-mapper.js';
import { OAUTH2_BEARER_PREFIXES } from './oauth2-bearer-messages.js';
import { refuseToken, TOKEN_ANSWERS } from './token-answers.js';

/**
 * Requests that express-oauth2-jwt-bearer refused, by code, status and the challenge that the error
 * carries. Its InvalidTokenError may be about keys or options too, which its message tells. Without
 * a code no credentials came: the challenge is passed on as it is.
 *
 * @see https://github.com/auth0/node-oauth2-jwt-bearer (1.10, packages/oauth2-bearer/src/errors.ts)
 */
export const expressOauth2JwtBearer = defineMapper({
  name: 'express-oauth2-jwt-bearer',
  libraries: 'express-oauth2-jwt-bearer',
  match: { code: ['invalid_token', 'insufficient_scope', 'invalid_request', 'invalid_dpop_proof'] },
  answers: {
    ...TOKEN_ANSWERS,
    token_keys_unavailable: {
      status: 503,
      when: 'the issuer’s metadata or key set can’t be fetched',
      retryAfter: 30,
    },
    scope_insufficient: { status: 403, when: 'the token lacks the scope or a claim' },
    credentials_malformed: { status: 400, when: 'the credentials came in a wrong or in two ways' },
    dpop_proof_invalid: { status: 400, when: 'the DPoP proof does not fit the request' },
  },
  map({ thrown, code }, { answer }) {
    const field = readProperty(readProperty(thrown, 'headers'), 'WWW-Authenticate');
    if (typeof field !== 'string' || readProperty(thrown, 'status') !== STATUSES[String(code)]) {
      return undefined;
    }
    if (code === 'invalid_token') {
      return refuseToken(answer, classify(readProperty(thrown, 'message')));
    }
    if (code === 'insufficient_scope') return answer('scope_insufficient', scopeExtras(field));
    return code === 'invalid_dpop_proof'
      ? answer('dpop_proof_invalid')
      : answer('credentials_malformed', {
          challenges: bearer({ error: 'invalid_request' }),
        });
  },
});

const STATUSES: Readonly<Record<string, number | undefined>> = {
  invalid_token: 401,
  insufficient_scope: 403,
  invalid_request: 400,
  invalid_dpop_proof: 400,
};

function classify(message: unknown): (typeof OAUTH2_BEARER_PREFIXES)[number][1] {
  const text = String(message);
  return OAUTH2_BEARER_PREFIXES.find(([prefix]) => text.startsWith(prefix))?.[1] ?? 'token_invalid';
}

/** The scope that would do is the route's, and the client needs it (RFC 6750 §3.1). */
function scopeExtras(field: string): AnswerExtras {
  const { scope } = parseChallenges(field)[0]?.params ?? {};
  return { challenges: bearer({ error: 'insufficient_scope', ...(scope && { scope }) }) };
}
