import { isErrorStatus } from '../statuses/registered.js';
import { isError, isObject } from '../values/kinds.js';
import { listOf, readProperty } from '../values/read-property.js';
import { tellsExchange } from './evident-words.js';
import { isHeaders, listFields, readField } from './header-section.js';
import { bears, type Marks, readPath } from './marks.js';
import { readStatus } from './read-traits.js';
import { isUpstreamError } from './services/upstream-errors.js';

/** Members that hold a message of an exchange, whatever is in it. */
const MESSAGES = ['response', 'request'] as const;

/** Members that may hold a response, and are taken for one if they have its status and header. */
const HOLDERS = ['res', 'context', 'rawResponse', 'httpResponse', '$response'] as const;

/** Members that hold a header section, if any. */
const SECTIONS = [
  'headers',
  'responseHeaders',
  'response_headers',
  'rawHeaders',
  'httpHeaders',
] as const;

/** What came back, by the names that clients give it. An app's own errors have none of it. */
const RECEIPTS = [
  'rawResponse',
  'rawType',
  'rawError',
  'rawBody',
  'responseBody',
  'responseText',
  'responseData',
  'responseHeaders',
  'httpBody',
  'httpResponse',
  '$response',
  '$metadata',
] as const;

/** What clients say beside the status that they were answered with. */
const REMARKS = ['endpoint', 'moreInfo', 'requestBody', 'requestBodyValues'] as const;

/** Names by which one exchange is known to the server that took it. */
const IDS = ['requestID', 'requestId', 'request_id', '_request_id'] as const;

/** What was sent or came, beside the `url` that it was sent to. */
const CONTENTS = ['body', 'data', 'text', 'json', 'requestBody', 'rawBody'] as const;

/** What holds the result of an exchange inside an error, if it has the status of one. */
const INNER = ['meta', 'raw', 'metadata', 'httpResponse'] as const;

/** Where JSON has a status. An application may name its own so, but hardly by the first. */
export const SNAKE_STATUSES = ['http_code', 'error_code', 'status_code'] as const;

/** What LangChain says of a model; its other codes are of the program's own input. */
const OF_MODEL = /^(?:MODEL|OUTPUT)_/;

/** Clients that put nothing else on their errors than an application does, but for this. */
const CLIENTS: readonly Marks[] = [
  { type: '=MailgunAPIError' },
  { name: '=DatabaseError', 'body.message': 'string' },
  { name: '=DeserializationError', data: 'string' },
  { name: '=InternalOAuthError' },
  { name: '=AppwriteException', code: 'number' },
  { name: '=ResponseError', status_code: 'number' },
  { ok: '=false', error_code: 'number' },
  { name: '=CombinedGraphQLErrors', errors: 'list' },
  { 'constructor.name': '=HttpApiError', errorCode: 'string' },
];

/** Another server's address: an app's own is a path. */
const ABSOLUTE = /^https?:\/\//i;

/** How services call their errors, and no class is called. */
const SNAKE_CASE = /^[a-z]+(?:_[a-z]+)+$/;

/** What lists the tries of a client that has given up. */
const TRIES = ['stackTrace', 'transporterStackTrace', 'attempts'] as const;

/** Fields that no handler sends with an error of its own, and every server does. */
const RECEIVED: ReadonlySet<string> = new Set([
  'cf-ray',
  'content-length',
  'content-type',
  'date',
  'server',
  'set-cookie',
  'via',
]);

const REQUEST_ID = /(?:^|-)(?:request|correlation|trace)-?id$/;

/** A status line for a name: `404 Not Found`. */
const STATUS_LINE = /^([45]\d\d) [A-Z]/;

/** What says, beside a time to come back, that another party has had enough of us. */
const LIMIT_WORDS = /rate.?limit|throttl|too.?many.?requests/i;

/** How libraries brand errors to know them again in another copy; nobody does that for one app. */
const BRAND = /^__is[A-Z]\w*Error$/;

/** What matters of a message stands at its beginning. */
const MAX_WORDS = 256;

/** A brand is among the first properties of an error. */
const MAX_NAMES = 16;

/** Properties that an error of an exchange may be known by, for the index of mappers. */
export const EVIDENT_PROPERTIES: readonly string[] = [
  ...new Set([
    ...MESSAGES,
    ...HOLDERS,
    ...SECTIONS,
    ...RECEIPTS,
    ...INNER,
    ...TRIES,
    ...SNAKE_STATUSES,
    'data',
    'error',
    'lc_error_code',
    'oauthError',
    'ok',
    'retryAfter',
  ]),
];

/** Looks for one kind of evidence, and names what it has found. */
type Look = (thrown: object, stated: number | undefined) => string | undefined;

const LOOKS: readonly Look[] = [
  (thrown) => (isUpstreamError(thrown) ? 'the mark of a client' : undefined),
  (thrown) => (isReceivedResponse(thrown) ? 'the shape of a response' : undefined),
  (thrown) => MESSAGES.find((name) => isObject(readProperty(thrown, name))),
  (thrown) => HOLDERS.find((name) => isResponse(readProperty(thrown, name))),
  (thrown) => (findDataResponse(thrown) === undefined ? undefined : 'a response in data'),
  lookForSection,
  lookForResult,
  lookForJson,
  (thrown) =>
    CLIENTS.some((marks) => bears(thrown, marks)) ? 'all that a client sets' : undefined,
  (thrown) => (statusOfName(thrown) === undefined ? undefined : 'a status line for a name'),
  (thrown) => (isRateLimited(thrown) ? 'a time to come back, and no status' : undefined),
  (thrown, stated) => (stated === undefined ? undefined : lookForTrace(thrown, stated)),
];

/**
 * What shows that an error tells of an exchange with another server, in a few words for a developer;
 * undefined if nothing does. A status on such an error, and whatever else it carries, was said by
 * another party about another request. Goes by shape alone, reads a bounded number of properties, and
 * never throws.
 */
export function findEvidence(thrown: object): string | undefined {
  const stated = readStatus(thrown);
  for (const look of LOOKS) {
    const found = look(thrown, stated);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whether an error still carries the answer of another server, so that its message and its fields are
 * that server's, whoever has put a status on it since. Only what was received has a `Date`.
 *
 * @see RFC 9110 §6.6.1
 */
export function carriesAnswer(thrown: object): boolean {
  return (
    isObject(readProperty(thrown, 'response')) ||
    isReceivedResponse(thrown) ||
    HOLDERS.some((name) => isResponse(readProperty(thrown, name))) ||
    SECTIONS.some((name) => readField(readProperty(thrown, name), 'date') !== undefined) ||
    lookForResult(thrown) !== undefined
  );
}

/** What a client was handed: the Fetch standard's Response, or node:http's IncomingMessage. */
export function isReceivedResponse(thrown: object): boolean {
  // A Response that an app has made has no address.
  if (typeof readProperty(thrown, 'ok') === 'boolean') return Boolean(readProperty(thrown, 'url'));
  // A request that came in has no status.
  return (
    listOf(readProperty(thrown, 'rawHeaders')) !== undefined &&
    typeof readProperty(thrown, 'statusCode') === 'number'
  );
}

/** What an app has made to be answered with, and thrown, as Remix and itty-router teach it. */
function isMadeResponse(thrown: object): boolean {
  return typeof readProperty(thrown, 'ok') === 'boolean' && readProperty(thrown, 'url') === '';
}

/** What an error keeps of the exchange that may tell how it ended: the response first, itself last. */
export function findParts(thrown: object): readonly object[] {
  const read = (name: string): unknown => readProperty(thrown, name);
  return [
    read('response'),
    findDataResponse(thrown),
    ...HOLDERS.map(read).filter(isResponse),
    ...TRIES.map((name) => readProperty(listOf(read(name))?.at(-1), 'response')),
    ...INNER.map((name) => readProperty(read(name), 'response')),
    ...INNER.map(read),
    thrown,
  ].filter(isObject);
}

/** The response that a client hands over as the data of an error of its framework's. */
export function findDataResponse(thrown: object): object | undefined {
  const response = readProperty(readProperty(thrown, 'data'), 'res');
  return isResponse(response) ? response : undefined;
}

/** The status that is part of an error's name, if its name is a status line. */
export function statusOfName(thrown: object): number | undefined {
  const name = readProperty(thrown, 'name');
  const status = typeof name === 'string' ? STATUS_LINE.exec(name)?.[1] : undefined;
  return status === undefined ? undefined : Number(status);
}

/** Whether an error says that somebody refused us for load, and when to come back, and no more. */
export function isRateLimited(thrown: object): boolean {
  if (typeof readProperty(thrown, 'retryAfter') !== 'number') return false;
  if (readStatus(thrown) !== undefined) return false;
  return ['name', 'code', 'message'].some((member) => {
    const text = readProperty(thrown, member);
    return typeof text === 'string' && LIMIT_WORDS.test(text.slice(0, MAX_WORDS));
  });
}

/** A response in all but name. Our own has a status, and no `headers`. */
function isResponse(value: unknown): value is object {
  if (!isObject(value) || !isObject(readProperty(value, 'headers'))) return false;
  return [readProperty(value, 'status'), readProperty(value, 'statusCode')].some(Number.isInteger);
}

/** Whether a header section is one that came with a response: one that only a server has filled. */
function lookForSection(thrown: object): string | undefined {
  if (isMadeResponse(thrown)) return undefined;
  for (const name of SECTIONS) {
    const section = readProperty(thrown, name);
    if (!isObject(section)) continue;
    if (isHeaders(section)) return `${name}, which is a Headers`;
    const field = listFields(section).find(([one]) => isReceived(one.toLowerCase()));
    if (field !== undefined) return `${field[0]} in ${name}`;
  }
  return undefined;
}

function isReceived(field: string): boolean {
  return RECEIVED.has(field) || REQUEST_ID.test(field);
}

function lookForResult(thrown: object): string | undefined {
  const receipt = RECEIPTS.find((name) => isSet(readProperty(thrown, name)));
  if (receipt !== undefined) return receipt;
  const inner = INNER.find((name) => isResult(readProperty(thrown, name)));
  if (inner !== undefined) return `a result in ${inner}`;
  return TRIES.find((name) => isTry(readProperty(readProperty(thrown, name), '0')));
}

/** It came with a status of the other side's, or would have come with one. */
function isResult(value: unknown): boolean {
  if (isErrorStatus(readProperty(value, 'statusCode'))) return true;
  if (isResponse(readProperty(value, 'response'))) return true;
  return isObject(value) && ['statusCode', 'headers'].every((name) => hasProperty(value, name));
}

/** What an answer says of itself. */
function lookForJson(thrown: object): string | undefined {
  const inner = readProperty(thrown, 'error');
  const [status] = SNAKE_STATUSES;
  if ([thrown, inner].some((part) => isErrorStatus(readProperty(part, status)))) return status;
  if (readPath(thrown, 'data.ok') === false) return 'an answer that is not ok in data';
  const code = readProperty(thrown, 'lc_error_code');
  return typeof code === 'string' && OF_MODEL.test(code) ? code : undefined;
}

function isTry(value: unknown): boolean {
  return MESSAGES.every((name) => isObject(readProperty(value, name)));
}

/** What tells only beside a status. */
function lookForTrace(thrown: object, stated: number): string | undefined {
  // Names alone tell here: a client sets them from an answer that may have had nothing to say.
  const remark = [...RECEIPTS, ...REMARKS].find((name) => hasProperty(thrown, name));
  if (remark !== undefined) return remark;
  // An empty one came from an answer without: an app that has none leaves it out.
  const id = IDS.find((name) => isPresent(readProperty(thrown, name)));
  if (id !== undefined) return id;
  const brand = listNames(thrown).find((name) => BRAND.test(name));
  if (brand !== undefined) return brand;
  const url = readProperty(thrown, 'url');
  if (isSet(url)) {
    // Where the answer was empty, the address of another server tells.
    const isContent = ABSOLUTE.test(String(url)) ? isPresent : isSet;
    const content = CONTENTS.find((name) => isContent(readProperty(thrown, name)));
    if (content !== undefined) return `url and ${content}`;
  }
  const message = readProperty(thrown, 'message');
  const answer = isError(thrown) ? undefined : lookForAnswer(thrown, message);
  if (answer !== undefined) return answer;
  const told = typeof message === 'string' && tellsExchange(message.slice(0, MAX_WORDS), stated);
  return told ? 'words of an exchange in its message' : undefined;
}

/** What is no error, but the content of an answer, to which a client has added its status. */
function lookForAnswer(thrown: object, message: unknown): string | undefined {
  const name = readProperty(thrown, 'name');
  if (typeof name === 'string' && SNAKE_CASE.test(name)) return 'a code for a name';
  const bare = message === undefined && hasProperty(thrown, 'error');
  return bare && typeof readProperty(thrown, 'error') !== 'string'
    ? 'an answer in error'
    : undefined;
}

function isSet(value: unknown): boolean {
  return isPresent(value) && value !== '';
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function listNames(thrown: object): readonly string[] {
  try {
    return Object.keys(thrown).slice(0, MAX_NAMES);
  } catch {
    return [];
  }
}

function hasProperty(thrown: object, name: string): boolean {
  try {
    return name in thrown;
  } catch {
    return false;
  }
}
