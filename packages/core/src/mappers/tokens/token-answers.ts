import type { Challenge } from '../../challenges/challenge.js';
import { tokenChallenge } from '../../challenges/oauth.js';
import type { HttpError } from '../../errors/http-error.js';
import type { AnswerRow, MappingContext } from '../built-in-mapper.js';

/**
 * What is said of a token. The 401s are RFC 6750's `invalid_token`; a key or a configuration that is
 * wrong is the server's fault, whatever library says so.
 */
export const TOKEN_ANSWERS = {
  token_expired: { status: 401, when: 'the token has expired' },
  token_not_active: { status: 401, when: 'the token is not valid yet' },
  token_malformed: { status: 401, when: 'the token can’t be read' },
  token_signature_invalid: { status: 401, when: 'the signature does not fit' },
  token_claims_invalid: {
    status: 401,
    when: 'issuer, audience or another claim is not what is expected here',
  },
  token_key_unknown: { status: 401, when: 'the token names a key that is not known here' },
  token_invalid: { status: 401, when: 'the token is refused for another reason' },
  token_verification_misconfigured: {
    status: 500,
    when: 'the key or the configuration of the verification is wrong',
  },
} as const satisfies Record<string, AnswerRow>;

/** Answers about a token. */
export type TokenCode = keyof typeof TOKEN_ANSWERS;

/** The `error_description` of each, in the ASCII that RFC 6750 §3 allows. */
const DESCRIPTIONS: Readonly<Record<string, string | undefined>> = {
  token_expired: 'The token has expired',
  token_not_active: 'The token is not valid yet',
  token_malformed: 'The token is malformed',
  token_signature_invalid: 'The signature of the token is not valid',
  token_claims_invalid: 'A claim of the token is not what is expected here',
  token_key_unknown: 'The key of the token is not known here',
  token_invalid: 'The token is not valid here',
  token_revoked: 'The token has been revoked',
  scope_insufficient: 'The token lacks the scope or a claim that is needed here',
  credentials_malformed: 'The credentials came in a wrong way, or in two ways',
  dpop_proof_invalid: 'The DPoP proof does not fit the request',
} satisfies Record<
  | Exclude<TokenCode, 'token_verification_misconfigured'>
  | 'token_revoked'
  | 'scope_insufficient'
  | 'credentials_malformed'
  | 'dpop_proof_invalid',
  string
>;

const INVALID_TOKEN = tokenChallenge({ error: 'invalid_token' });

/**
 * Refuses a token with a challenge, or with those that the library has made; their descriptions are
 * ours. In which scheme it leaves, and whether the client learns what was wrong, is decided when it
 * is known who asks (RFC 6750 §3.1, RFC 9449 §7.1).
 */
export function refuseToken<Code extends string>(
  answer: MappingContext<Code>['answer'],
  code: Code,
  [first, ...others]: readonly Challenge[] = [INVALID_TOKEN],
): HttpError {
  const description = DESCRIPTIONS[code];
  if (description === undefined || first === undefined) return answer(code);
  const explain = (one: Challenge): Challenge => explainError(one, description);
  return answer(code, { challenges: [explain(first), ...others.map(explain)] });
}

/** Puts a description behind the error, if there is one to explain (RFC 6750 §3). */
function explainError(challenge: Challenge, description: string): Challenge {
  const { realm, error, ...others } = challenge.params;
  if (error === undefined) return challenge;
  const explained = { error, error_description: description, ...others };
  return { ...challenge, params: realm === undefined ? explained : { realm, ...explained } };
}
