import type { HttpError } from '../../errors/http-error.js';
import { isErrorStatus } from '../../statuses/registered.js';
import { readProperty } from '../../values/read-property.js';
import type { MappingContext } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';
import {
  EVIDENT_PROPERTIES,
  findEvidence,
  findParts,
  isRateLimited,
  isReceivedResponse,
  SNAKE_STATUSES,
  statusOfName,
} from '../evidence.js';
import { STATUS_SIGN } from '../evident-words.js';
import { keepsContract, readStatus, type Traits } from '../read-traits.js';
import { isOfClient, isTimeout, isUnasked, statusInWords } from './client-errors.js';
import {
  NODE_FETCH_TYPES,
  PROTOCOL_CODES,
  REFUSED_FOR_LOAD,
  TIMEOUT_WORDS,
} from './http-client-codes.js';
import { passOn } from './pass-on-problem.js';
import { readRetryAfter } from './read-retry-after.js';
import { CONNECTION_CODES, TIMEOUT_CODES } from './system-error-codes.js';
import { isUnreadableAnswer } from './unreadable-answer.js';

type Code = 'upstream_failed' | 'upstream_timeout' | 'upstream_unavailable';

/**
 * Errors of HTTP clients and of whatever is built on them, by what they carry: the exchange, or
 * evidence of one; those of the system beneath them by a mark, which `@faultless/node` puts on them. An
 * upstream's answer is not ours: 502, or 504 when none came in time; only when it refused us for load
 * is that passed on, as 503. Its status, body, fields and address never are. An error that keeps
 * http-errors' contract says itself what it is to be answered with.
 *
 * @see RFC 9110 §15.6.3–15.6.5
 */
export const upstream = defineMapper({
  name: 'upstream',
  libraries:
    'fetch, undici, axios, got, ky, ofetch, node-fetch, node:http; SDKs and clients whose errors carry evidence of an exchange',
  note: 'Nothing of the upstream’s answer leaves but when to come back; see [what is believed](#what-is-believed-of-an-error-that-is-not-ours).',
  match: {
    code: [
      /^UND_ERR_/,
      /^ERR_(?:BODY_PARSE_FAILURE|NON_2XX_3XX_RESPONSE|TOO_MANY_REDIRECTS)$/,
      ...CONNECTION_CODES,
      ...TIMEOUT_CODES,
      ...PROTOCOL_CODES,
    ],
    type: NODE_FETCH_TYPES,
    has: ['status', 'statusCode', 'isAxiosError', 'timings', 'config', ...EVIDENT_PROPERTIES],
    name: ['SyntaxError', 'TypeError', 'TimeoutError', 'HTTPParserError', /^[45]\d\d /],
    message: [...TIMEOUT_WORDS, STATUS_SIGN],
  },
  answers: {
    upstream_failed: {
      status: 502,
      when: 'a request to another server failed, or was answered badly',
    },
    upstream_timeout: { status: 504, when: 'another server did not answer in time' },
    upstream_unavailable: {
      status: 503,
      when: 'another server refused for load (429, 503 or 529)',
    },
  },
  map(traits, context) {
    const { thrown } = traits;
    if (keepsContract(thrown)) return undefined;
    const response = findResponse(traits);
    if (response !== undefined) return answerBadly(response, traits, context);
    if (isUnreadableAnswer(traits, context.request)) return context.answer('upstream_failed');
    if (isUnasked(traits) || !isOfClient(traits)) return undefined;
    if (isTimeout(traits)) return context.answer('upstream_timeout');
    return answerBadly(thrown, traits, context);
  },
  explain({ thrown }) {
    const evidence = findEvidence(thrown);
    if (evidence === undefined) return undefined;
    const status = readStatus(thrown);
    const told = `it tells of an exchange with another server: it has ${evidence}`;
    return status === undefined ? told : `its status ${status} is not believed, since ${told}`;
  },
});

/**
 * The response that the error carries; undici's error for a status is one itself, and some throw
 * the response that they have got.
 */
function findResponse({ thrown, code }: Traits): object | undefined {
  const response = readProperty(thrown, 'response');
  if (typeof response === 'object' && response !== null) return response;
  const isOne = typeof code === 'string' && code.startsWith('UND_ERR_RESPONSE');
  return isOne || isReceivedResponse(thrown) ? thrown : undefined;
}

/** The upstream answered, with something that the client took for an error. */
function answerBadly(
  response: object,
  traits: Traits,
  { answer, settings, outermost }: MappingContext<Code>,
): HttpError {
  if (settings.passOnProblems) {
    const passed = passOn(response, outermost);
    if (passed !== undefined) return passed;
  }
  const { thrown } = traits;
  const parts = findParts(thrown);
  const status = findStatus(parts) ?? statusOfName(thrown) ?? statusInWords(traits);
  if (!REFUSED_FOR_LOAD.has(status) && !isRateLimited(thrown)) return answer('upstream_failed');
  return answer('upstream_unavailable', { retryAfter: readRetryAfter(...parts) });
}

/** Members in which clients say with what status they were answered. */
const STATUSES = [
  ...['status', 'statusCode', 'httpStatus', 'httpStatusCode', 'code'],
  ...SNAKE_STATUSES,
] as const;

/** The status with which the other server answered, as the first part says that knows one. */
function findStatus(parts: readonly object[]): number | undefined {
  return parts
    .flatMap((part) => STATUSES.map((name) => readProperty(part, name)))
    .find((status) => isErrorStatus(status));
}
