import type { HttpError } from '../../errors/http-error.js';
import { readProperty } from '../../values/read-property.js';
import { defineMapper, type MappingContext } from '../built-in-mapper.js';
import type { Traits } from '../read-traits.js';
import {
  MISUSE,
  NODE_FETCH_TYPES,
  PROTOCOL_CODES,
  REFUSED_FOR_LOAD,
  TIMEOUTS,
} from './http-client-codes.js';
import { passOn } from './pass-on-problem.js';
import { readRetryAfter } from './read-retry-after.js';
import { CONNECTION_CODES, TIMEOUT_CODES } from './system-error-codes.js';
import { isUpstreamError } from './upstream-errors.js';

type Code = 'upstream_failed' | 'upstream_timeout' | 'upstream_unavailable';

/**
 * Errors of HTTP clients, by what they carry: the exchange (`response`, `request`), or the request's
 * options; those of the system beneath them by a mark, which `@faultless/node` puts on them. An
 * upstream's answer is not ours: 502, or 504 when none came in time; only when it refused us for load
 * is that passed on, as 503. Its body, fields and address never are.
 *
 * @see RFC 9110 §15.6.3–15.6.5
 */
export const upstream = defineMapper({
  name: 'upstream',
  libraries:
    'fetch, undici, axios, got, ky, ofetch, node-fetch, node:http, and clients whose errors carry the exchange',
  match: {
    code: [
      /^UND_ERR_/,
      /^ERR_(?:BODY_PARSE_FAILURE|NON_2XX_3XX_RESPONSE|TOO_MANY_REDIRECTS)$/,
      ...CONNECTION_CODES,
      ...TIMEOUT_CODES,
      ...PROTOCOL_CODES,
    ],
    type: NODE_FETCH_TYPES,
    has: ['response', 'request', 'isAxiosError', 'timings', 'ok', 'rawHeaders'],
    name: ['TypeError', 'TimeoutError', 'HTTPParserError'],
  },
  answers: {
    upstream_failed: {
      status: 502,
      when: 'a request to another server failed, or was answered badly',
    },
    upstream_timeout: { status: 504, when: 'another server did not answer in time' },
    upstream_unavailable: { status: 503, when: 'another server refused for load (429 or 503)' },
  },
  map(traits, context) {
    const response = findResponse(traits);
    if (response !== undefined) return answerBadly(response, context);
    if (!isClientError(traits)) return undefined;
    return context.answer(isTimeout(traits) ? 'upstream_timeout' : 'upstream_failed');
  },
});

/**
 * The response that the error carries; undici's error for a status is one itself, and some throw
 * the response that they have got.
 */
function findResponse({ thrown, code }: Traits): object | undefined {
  const response = readProperty(thrown, 'response');
  if (isExchange(response)) return response;
  if (isFetched(thrown) || isIncoming(thrown)) return thrown;
  return typeof code === 'string' && code.startsWith('UND_ERR_RESPONSE') ? thrown : undefined;
}

/** The Fetch standard's Response; one that an app has made has no address. */
function isFetched(thrown: object): boolean {
  return typeof readProperty(thrown, 'ok') === 'boolean' && Boolean(readProperty(thrown, 'url'));
}

/** What node:http hands its clients; a request that came in has no status. */
function isIncoming(thrown: object): boolean {
  return (
    Array.isArray(readProperty(thrown, 'rawHeaders')) &&
    typeof readProperty(thrown, 'statusCode') === 'number'
  );
}

/** The upstream answered, with something that the client took for an error. */
function answerBadly(
  response: object,
  { answer, settings, outermost }: MappingContext<Code>,
): HttpError {
  const status = readProperty(response, 'status') ?? readProperty(response, 'statusCode');
  if (settings.passThrough) {
    const passed = passOn(response, outermost);
    if (passed !== undefined) return passed;
  }
  if (REFUSED_FOR_LOAD.has(status)) {
    return answer('upstream_unavailable', { retryAfter: readRetryAfter(response) });
  }
  return answer('upstream_failed');
}

function isClientError(traits: Traits): boolean {
  const { thrown, code, name } = traits;
  if (name === 'AbortError' || MISUSE.has(code)) return false;
  if (code === 'ERR_CANCELED') return isTimedOut(thrown);
  // Somebody may have given it a status since (http-errors' contract).
  if (isUpstreamError(thrown)) return typeof readProperty(thrown, 'expose') !== 'boolean';
  return MARKS.some((isMarked) => isMarked(traits));
}

/** What the errors of clients can be known by, of all, of axios, got, undici, node-fetch and so on. */
const MARKS: readonly ((traits: Traits) => boolean)[] = [
  ({ thrown }) => isExchange(readProperty(thrown, 'request')),
  ({ properties }) => properties.includes('isAxiosError'),
  ({ properties }) => properties.includes('timings') && properties.includes('options'),
  ({ code }) => typeof code === 'string' && code.startsWith('UND_ERR_'),
  isOfNodeFetch,
  isFailedFetch,
  isHangUp,
];

/** Of the system's errors it makes its own, with the code in place of the number. */
function isOfNodeFetch({ thrown, code, type }: Traits): boolean {
  if (type === 'system') return code !== undefined && readProperty(thrown, 'errno') === code;
  return NODE_FETCH_TYPES.some((known) => known === type);
}

/** What node:http says when the other side hangs up, before its answer and during it. */
const HANG_UPS: ReadonlySet<unknown> = new Set(['socket hang up', 'aborted']);

function isHangUp({ thrown, code }: Traits): boolean {
  return code === 'ECONNRESET' && HANG_UPS.has(readProperty(thrown, 'message'));
}

/** axios does not tell why it was aborted, but which signal was to abort it. */
function isTimedOut(thrown: object): boolean {
  const signal = readProperty(readProperty(thrown, 'config'), 'signal');
  return readProperty(readProperty(signal, 'reason'), 'name') === 'TimeoutError';
}

/** What fetch rejects with, in Node as in every runtime that is built on undici. */
function isFailedFetch({ thrown, name }: Traits): boolean {
  if (name !== 'TypeError') return false;
  const message = readProperty(thrown, 'message');
  return (message === 'fetch failed' || message === 'terminated') && causeOf(thrown) !== undefined;
}

function isTimeout({ thrown, code, name, type = '' }: Traits): boolean {
  if (type === 'request-timeout' || type === 'body-timeout') return true;
  if (name === 'TimeoutError' || code === 'ERR_CANCELED') return true;
  const codes = [code, readProperty(causeOf(thrown), 'code')];
  if (codes.some((one) => typeof one === 'string' && TIMEOUTS.has(one))) return true;
  // axios says ECONNABORTED both when its own timeout ran out and when it was aborted.
  return code === 'ECONNABORTED' && String(readProperty(thrown, 'message')).startsWith('timeout');
}

function causeOf(thrown: object): unknown {
  return readProperty(thrown, 'cause');
}

function isExchange(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
