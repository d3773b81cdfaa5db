import { isObject } from '../../values/kinds.js';
import { readProperty } from '../../values/read-property.js';
import { findEvidence, findParts } from '../evidence.js';
import { findToldStatus } from '../evident-words.js';
import { readStatus, type Traits } from '../read-traits.js';
import { MISUSE, NODE_FETCH_TYPES, TIMEOUT_WORDS, TIMEOUTS } from './http-client-codes.js';
import { isDatabaseError, isUpstreamError, isUpstreamTimeout } from './upstream-errors.js';

/** Whether the request was never made, or was called off: nothing that another server has done. */
export function isUnasked({ thrown, name, code }: Traits): boolean {
  if (name === 'AbortError' || MISUSE.has(code)) return true;
  return code === 'ERR_CANCELED' && !isTimedOut(thrown);
}

/** Whether an HTTP client made the error, or what is built on one: the last look costs most. */
export function isOfClient(traits: Traits): boolean {
  const { thrown, properties } = traits;
  // Somebody may have taken it up since (http-errors' contract).
  if (isUpstreamError(thrown)) return typeof readProperty(thrown, 'expose') !== 'boolean';
  if (MARKS.some((isMarked) => isMarked(traits)) || saysTimeout(traits)) return true;
  if (statusInWords(traits) !== undefined) return true;
  return properties.length > 0 && findEvidence(thrown) !== undefined;
}

/** What the errors of clients can be known by, of axios, got, undici, node-fetch and so on. */
const MARKS: readonly ((traits: Traits) => boolean)[] = [
  ({ code }) => code === 'ERR_CANCELED' || code === 'ESOCKETTIMEDOUT',
  ({ properties }) => properties.includes('isAxiosError'),
  ({ properties }) => properties.includes('timings') && properties.includes('options'),
  ({ code }) => typeof code === 'string' && code.startsWith('UND_ERR_'),
  ({ thrown, properties }) => properties.includes('config') && isTimedOut(thrown),
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

/** axios and gaxios do not tell why they were aborted, but which signal was to abort them. */
function isTimedOut(thrown: object): boolean {
  const signal = readProperty(readProperty(thrown, 'config'), 'signal');
  return readProperty(readProperty(signal, 'reason'), 'name') === 'TimeoutError';
}

/** What fetch rejects with, in Node as in every runtime that is built on undici, and its words. */
function isFailedFetch({ thrown, name }: Traits): boolean {
  const message = readProperty(thrown, 'message');
  if (name !== 'TypeError') return message === 'fetch failed';
  const cause = causeOf(thrown);
  if (isObject(cause) && isDatabaseError(cause)) return false;
  return (message === 'fetch failed' || message === 'terminated') && cause !== undefined;
}

/** Whether a client's error says that nothing came in time. */
export function isTimeout(traits: Traits): boolean {
  const { thrown, code, name, type = '' } = traits;
  if (type === 'request-timeout' || type === 'body-timeout') return true;
  if (name === 'TimeoutError' || code === 'ERR_CANCELED') return true;
  if (findParts(thrown).some((part) => readProperty(part, 'isTimedOut') === true)) return true;
  if (isUpstreamTimeout(thrown)) return true;
  const cause = causeOf(thrown);
  if (readProperty(cause, 'name') === 'TimeoutError' || isTimedOut(thrown)) return true;
  const codes = [code, readProperty(cause, 'code')];
  return codes.some((one) => typeof one === 'string' && TIMEOUTS.has(one)) || saysTimeout(traits);
}

/** Errors that have words of their own: the language's, and a signal's, which may be of any work. */
const OTHERS: ReadonlySet<unknown> = new Set(['AbortError', 'TimeoutError', 'TypeError']);

/** By its words; beside a status, they are another party's. */
function saysTimeout({ thrown, name }: Traits): boolean {
  if (OTHERS.has(name)) return false;
  const message = readProperty(thrown, 'message');
  if (typeof message !== 'string' || readStatus(thrown) !== undefined) return false;
  const words = message.slice(0, MAX_WORDS);
  return TIMEOUT_WORDS.some((pattern) => pattern.test(words));
}

/** What one has that tells nothing else: `HTTP error! status: 404`, as everybody's first client throws it. */
export function statusInWords({
  thrown,
  name,
}: Pick<Traits, 'thrown' | 'name'>): number | undefined {
  const message = readProperty(thrown, 'message');
  const silent =
    readStatus(thrown) === undefined && typeof readProperty(thrown, 'expose') !== 'boolean';
  if (!silent || OTHERS.has(name) || typeof message !== 'string') return undefined;
  return findToldStatus(message.slice(0, MAX_TOLD));
}

const MAX_TOLD = 256;
const MAX_WORDS = 64;

function causeOf(thrown: object): unknown {
  return readProperty(thrown, 'cause');
}
