import { bearer } from '../../challenges/bearer.js';
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
} satisfies Record<
  Exclude<TokenCode, 'token_verification_misconfigured'> | 'token_revoked',
  string
>;

/**
 * Refuses a token with a Bearer challenge. Whether the client learns what was wrong is decided when
 * the challenge leaves: only one that sent a token does (RFC 6750 §3.1).
 */
export function refuseToken<Code extends string>(
  answer: MappingContext<Code>['answer'],
  code: Code,
): HttpError {
  const errorDescription = DESCRIPTIONS[code];
  return errorDescription === undefined
    ? answer(code)
    : answer(code, { challenges: bearer({ error: 'invalid_token', errorDescription }) });
}
