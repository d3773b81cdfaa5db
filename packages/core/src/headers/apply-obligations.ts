import { APPENDED_FIELDS, appendLines } from '../errors/append-lines.js';
import type { HttpError } from '../errors/http-error.js';
import type { FieldList, RequestFacts, ResponseFacts } from '../exchange.js';
import type { Notice } from '../reporting/report.js';
import type { BoundedCache } from '../values/bounded-cache.js';
import { type ChallengeSettings, challengeRequest } from './challenge-request.js';
import { errorFields, type FieldMap, type FindSent } from './error-fields.js';
import { exposeFields } from './expose-fields.js';
import { CONNECTION_FIELDS, isLeftover, kindOfField } from './leftovers.js';
import { mergeNames } from './merge-names.js';
import { findObligation, type Obligation } from './obligations.js';
import { findPlainHeader, isRelevant } from './plain-header.js';
import { type Header, repairAppFields } from './repair-app-fields.js';
import { SINGLE_VALUED } from './single-valued.js';

/** What the handler's options say of headers. */
export interface HeaderSettings {
  /** The request fields that take part in negotiation. */
  readonly vary: string;
  readonly challenge: ChallengeSettings;
  readonly exposeChallenges: boolean;
  /** Tells the operator of a realm that can't be meant as one. */
  readonly checkRealm: ((challenges: unknown, notice: Notice) => void) | undefined;
}

/** What the header of one response is made from, beside the error. */
export interface HeaderSources {
  readonly settings: HeaderSettings;
  readonly representation: {
    /** The fields that describe the representation. */
    readonly fields: FieldList;
    /** Headers of plain errors in this representation. */
    readonly plainHeaders: Map<number, BoundedCache<FieldList>>;
  };
  readonly notice: Notice;
}

/** The failed exchange, as far as the header depends on it. */
interface Exchanged {
  readonly request: RequestFacts;
  readonly response: ResponseFacts;
  readonly content?: (() => unknown) | undefined;
}

/**
 * Puts the header together: the representation, what the error brings, what its status owes, and
 * how all that fits with what the app has set before. Where neither error nor app has set anything
 * that matters, it is the same each time, and remembered.
 */
export function applyObligations(
  error: HttpError,
  exchange: Exchanged,
  sources: HeaderSources,
): Header {
  const { challenges } = error;
  if (challenges !== undefined) sources.settings.checkRealm?.(challenges, sources.notice);
  const { request, response } = exchange;
  const { plainHeaders } = sources.representation;
  const names = response.getHeaderNames();
  const make = (): Header => assemble(error, exchange, sources);
  const plain = names.some(isRelevant)
    ? undefined
    : findPlainHeader(error, request, plainHeaders, make);
  const header = plain ?? make();
  return repairAppFields(header, { request, response, names }, sources.notice);
}

function assemble(error: HttpError, exchange: Exchanged, sources: HeaderSources): Header {
  const { request, response } = exchange;
  const obligation = findObligation(error.status);
  const fields = errorFields(error, sources.notice);
  const isNever = (name: string): boolean => obligation.never?.includes(name) ?? false;
  const sent = (name: string): unknown =>
    fields.get(name)?.[1] ?? (isNever(name) ? undefined : response.getHeader(name));
  setOwed(fields, obligation, response);
  setChallenges(fields, error, { exchange, sent, sources });
  if (sources.settings.exposeChallenges) exposeFields(fields, request, sent);
  setCaching(fields, error, { sent, notice: sources.notice });
  appendToApp(fields, response);
  setVary(fields, sources.settings.vary, response);
  setConnection(fields, obligation, request);
  const isRemoved = (name: string): boolean =>
    isLeftover(name) || isNever(name) || (isHttp2(request) && CONNECTION_FIELDS.has(name));
  return {
    fields: [...joinRepresentation(sources.representation.fields, fields), ...fields.values()],
    removed: response.getHeaderNames().filter(isRemoved),
  };
}

/**
 * The fields of the representation, which an error's do not replace: it adds lines to those that are
 * lists, such as a Content-Security-Policy.
 */
function joinRepresentation(representation: FieldList, fields: FieldMap): FieldList {
  return representation.map(([name, value]) => {
    const key = name.toLowerCase();
    const own = fields.get(key)?.[1];
    if (own === undefined) return [name, value];
    fields.delete(key);
    return [name, SINGLE_VALUED.has(key) ? value : appendLines(value, own)];
  });
}

/** What the app has set before it failed is believed over the fallback, or where there is none. */
function setOwed(fields: FieldMap, { must, believed }: Obligation, response: ResponseFacts): void {
  if (must !== undefined && !response.getHeader(must.name)) {
    const key = must.name.toLowerCase();
    if (!fields.has(key)) fields.set(key, [must.name, must.fallback]);
  }
  if (believed !== undefined) {
    const key = believed.name.toLowerCase();
    const value = String(response.getHeader(key));
    if (!fields.has(key) && believed.pattern.test(value)) fields.set(key, [believed.name, value]);
  }
}

/** The error's lines come behind those of the app, which they do not replace. */
function appendToApp(fields: FieldMap, response: ResponseFacts): void {
  for (const name of APPENDED_FIELDS) {
    const own = fields.get(name);
    if (own === undefined) continue;
    const ofApp = response.getHeader(name) as string | readonly string[] | undefined;
    fields.set(name, [own[0], appendLines(ofApp, own[1])]);
  }
}

/**
 * Likewise a challenge, as far as it is one, unless the error brings its own. A challenge that came
 * with a status which owes none is treated alike.
 */
function setChallenges(
  fields: FieldMap,
  error: HttpError,
  { exchange, sent, sources }: { exchange: Exchanged; sent: FindSent; sources: HeaderSources },
): void {
  const { settings, notice } = sources;
  const field = findObligation(error.status).challenge;
  const present = sent((field ?? 'WWW-Authenticate').toLowerCase());
  const owed = field !== undefined;
  if (error.challenges !== undefined || owed || present !== undefined) {
    const { request, content } = exchange;
    const asked = { request, content, present, owed };
    const headers = challengeRequest(error, asked, settings.challenge);
    const made = errorFields({ headers, status: error.status }, notice);
    for (const [name, field] of made) fields.set(name, field);
  }
  const nonces = sent('dpop-nonce');
  // RFC 9449 §8: one nonce at most.
  if (Array.isArray(nonces)) fields.set('dpop-nonce', ['DPoP-Nonce', String(nonces.at(-1))]);
}

/**
 * Nothing is cached by accident (RFC 9110 §15.1): unless the error says otherwise, it is not stored.
 * A nonce never is (RFC 9449 §8.2). Nor is a 404 by which somebody else may be told what is there: a
 * cache would hand it to whoever may see it, since no Vary names what made the difference.
 */
function setCaching(
  fields: FieldMap,
  { conceal, status }: HttpError,
  { sent, notice }: { sent: FindSent; notice: Notice },
): void {
  const { noStore, conceals } = findObligation(status);
  const secret = conceals && conceal !== false;
  if (noStore || secret || sent('dpop-nonce') !== undefined) {
    for (const [name, [, value]] of fields) {
      if (kindOfField(name) !== 'caching') continue;
      fields.delete(name);
      if (secret && !value.includes('no-store'))
        notice('a 404 is not stored unless it says conceal: false');
    }
  }
  if (!fields.has('cache-control')) {
    fields.set('cache-control', ['Cache-Control', 'no-store']);
  }
}

function setVary(fields: FieldMap, vary: string, response: ResponseFacts): void {
  const merged = mergeNames(response.getHeader('vary'), fields.get('vary')?.[1], vary);
  fields.delete('vary');
  if (merged !== '') fields.set('vary', ['Vary', merged]);
}

function isHttp2({ httpVersionMajor = 1 }: RequestFacts): boolean {
  return httpVersionMajor > 1;
}

/** HTTP/2 has no such fields (RFC 9113 §8.2.2). */
function setConnection(fields: FieldMap, { connection }: Obligation, request: RequestFacts): void {
  if (isHttp2(request)) fields.delete('upgrade');
  else if (connection !== undefined) fields.set('connection', ['Connection', connection]);
}
