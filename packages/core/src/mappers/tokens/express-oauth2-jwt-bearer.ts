import type { Challenge } from '../../challenges/challenge.js';
import { isScheme } from '../../challenges/grammar.js';
import { readChallenges } from '../../challenges/parse-challenges.js';
import { readProperty, textOf } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { OAUTH2_BEARER_PREFIXES } from './oauth2-bearer-messages.js';
import { refuseToken, TOKEN_ANSWERS } from './token-answers.js';

/**
 * Requests that express-oauth2-jwt-bearer refused, by code, status and the challenges that the error
 * carries, which are kept but for their descriptions. Its InvalidTokenError may be about keys or
 * options too, which its message tells. Without a code no credentials came, or in a way that is not
 * explained (RFC 6750 §3.1): such an error is known by its name and the challenges themselves.
 *
 * @see https://github.com/auth0/node-oauth2-jwt-bearer (1.10, packages/oauth2-bearer/src/errors.ts)
 */
export const expressOauth2JwtBearer = defineMapper({
  name: 'express-oauth2-jwt-bearer',
  libraries: 'express-oauth2-jwt-bearer',
  match: {
    code: ['invalid_token', 'insufficient_scope', 'invalid_request', 'invalid_dpop_proof'],
    name: ['UnauthorizedError', 'InvalidRequestError'],
  },
  answers: {
    ...TOKEN_ANSWERS,
    token_keys_unavailable: {
      status: 503,
      when: 'the issuer’s metadata or key set can’t be fetched',
      retryAfter: 30,
    },
    credentials_missing: { status: 401, when: 'the request has no token' },
    scope_insufficient: { status: 403, when: 'the token lacks the scope or a claim' },
    credentials_malformed: { status: 400, when: 'the credentials came in a wrong or in two ways' },
    dpop_proof_invalid: { status: 400, when: 'the DPoP proof does not fit the request' },
  },
  map({ thrown, code, name }, { answer }) {
    const field = readProperty(readProperty(thrown, 'headers'), 'WWW-Authenticate');
    const message = readProperty(thrown, 'message');
    const refusal = code ? EXPLAINED.get(code) : UNEXPLAINED.get(name);
    if (typeof field !== 'string' || refusal === undefined) return undefined;
    if (readProperty(thrown, 'status') !== refusal.status) return undefined;
    const challenges = keepChallenges(field);
    if (code) {
      const known = code === 'invalid_token' ? classify(message) : refusal.answer;
      return refuseToken(answer, known, challenges);
    }
    const [first, ...others] = challenges;
    return first !== undefined && WITHOUT_ERROR.test(field)
      ? answer(refusal.answer, { challenges: [first, ...others] })
      : undefined;
  },
});

/** A status that the library gives, and what it amounts to. */
type Refusals<Code> = ReadonlyMap<unknown, { readonly status: number; readonly answer: Code }>;

/** What its codes mean. */
const EXPLAINED: Refusals<
  'token_invalid' | 'scope_insufficient' | 'credentials_malformed' | 'dpop_proof_invalid'
> = new Map([
  ['invalid_token', { status: 401, answer: 'token_invalid' }],
  ['insufficient_scope', { status: 403, answer: 'scope_insufficient' }],
  ['invalid_request', { status: 400, answer: 'credentials_malformed' }],
  ['invalid_dpop_proof', { status: 400, answer: 'dpop_proof_invalid' }],
]);

/** Likewise the names of its errors without a code. */
const UNEXPLAINED: Refusals<'credentials_missing' | 'credentials_malformed'> = new Map([
  ['UnauthorizedError', { status: 401, answer: 'credentials_missing' }],
  ['InvalidRequestError', { status: 400, answer: 'credentials_malformed' }],
]);

/** What it challenges with where it tells nothing of an error. */
const WITHOUT_ERROR = /^(?:Bearer realm="api"(?:, DPoP algs="[^"]*")?|DPoP algs="[^"]*")$/;

function classify(message: unknown): (typeof OAUTH2_BEARER_PREFIXES)[number][1] {
  const text = textOf(message);
  return OAUTH2_BEARER_PREFIXES.find(([prefix]) => text.startsWith(prefix))?.[1] ?? 'token_invalid';
}

/**
 * Reads its challenges without their descriptions, in which there are no quotes, but perhaps
 * backslashes that are not escaped. Where it has not looked at the request, as with a scope that the
 * token lacks, it always challenges for Bearer.
 */
function keepChallenges(field: string): readonly Challenge[] {
  const list = readChallenges(field.replaceAll(DESCRIPTION, '')) ?? [];
  const [only, ...others] = list;
  return only?.params.error !== undefined && others.length === 0 && isScheme(only, 'bearer')
    ? [{ ...only, followsClient: true }]
    : list;
}

const DESCRIPTION = /, error_description="[^"]*"/g;
