import { describeValue } from '../values/describe-value.js';
import { nearestName } from '../values/nearest-name.js';
import { ownMembers } from '../values/own-members.js';
import { wrongValue } from '../values/wrong-value.js';
import { checkRetryAfter } from './retry-after.js';
import { isUriReference } from './uri-reference.js';

/** Names that a problem document already gives a meaning to; an extension can't take one. */
export const RESERVED_MEMBERS = [
  'type',
  'title',
  'status',
  'detail',
  'instance',
  'code',
  'temporary',
  'substatus',
] as const;

/**
 * Members that an error adds to its problem document. Names should start with a letter, have three
 * characters or more, and only letters, digits and `_` (RFC 9457 §3.2), so that XML can carry them.
 */
export type Extensions = Readonly<Record<string, unknown>> & ExtensionMembers;

/** Any object without the reserved names. */
export type ExtensionMembers = object & {
  readonly [name in (typeof RESERVED_MEMBERS)[number]]?: never;
};

/**
 * A detail that is written in the client's language: the key of a message in the locales, and what
 * its `{placeholders}` stand for.
 */
export interface Message {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** The NotFound that a concealed error looks like, of whatever copy of Faultless. */
export interface Imitated extends Error {
  readonly status: number;
  readonly expose: boolean;
}

/** What every error takes beside its detail. */
export interface HttpErrorOptions {
  /** What went wrong this time, for the client to read: text, or a message of the locales. */
  readonly detail?: string | Message | undefined;
  /**
   * The problem type, a URI reference.
   * @default 'about:blank'
   */
  readonly type?: string | undefined;
  /** The problem type's summary. @default the status's phrase, in the client's language */
  readonly title?: string | undefined;
  /** A stable name for programs to switch on, such as `order_closed`. */
  readonly code?: string | undefined;
  /** Identifies this occurrence, a URI reference. @default a new `urn:uuid:` for each response */
  readonly instance?: string | undefined;
  /** What led to this error; kept for the report, never sent. */
  readonly cause?: unknown;
  /** Response fields to send with the error. */
  readonly headers?: Readonly<Record<string, string | number | readonly string[]>> | undefined;
  /** Members to add to the problem document; what lies deeper than 32 levels does not leave. */
  readonly extensions?: Extensions | undefined;
  /** Whether detail, type, title, code and extensions may leave. @default true for 4xx, false for 5xx */
  readonly expose?: boolean | undefined;
  /**
   * Answer with a 404 that nobody can tell from a real one: `true` for the generic 404, or the
   * NotFound that the app throws when the resource is really absent. A 404 that says `false` hides
   * nothing, nor is imitated, and may be stored by caches as its `headers` say; any other is `no-store`.
   * @default false, but for a 404, which may be the imitated one
   */
  readonly conceal?: boolean | Imitated | undefined;
  /** Whether the same request may succeed later. @default what the status says, if it says anything */
  readonly temporary?: boolean | undefined;
  /** When to try again: seconds from now (fractions round up), or a date. Implies `temporary`. */
  readonly retryAfter?: number | Date | undefined;
}

/**
 * Stands for options that were left out. An error without them goes the same way as one with them,
 * so that a concealed Forbidden takes as long as a NotFound.
 */
export const NO_OPTIONS: HttpErrorOptions = Object.freeze({ conceal: undefined });

/** An error in place of options is a mistake: it belongs into `cause`. */
interface NoError {
  readonly message?: never;
}

/** An error's arguments: a detail and options, either of them, or nothing. */
export type ErrorArguments<Options extends HttpErrorOptions = HttpErrorOptions> =
  | [detail?: string | undefined, options?: (Options & NoError) | undefined]
  | [options: Options & NoError];

/** The options among an error's arguments. */
export function optionsOf<Options extends HttpErrorOptions>(
  args: ErrorArguments<Options>,
): Partial<Options> {
  const first = args[0];
  const given = typeof first === 'object' ? first : args[1];
  return ownMembers(given ?? (NO_OPTIONS as Partial<Options>));
}

/** The detail among an error's arguments; the first argument wins over the options'. */
export function detailOf(args: ErrorArguments): string | Message | undefined {
  const first = args[0];
  return typeof first === 'string' ? first : optionsOf(args).detail;
}

const WANTED = {
  detail: 'a string or { key, params }',
  type: 'a URI reference',
  title: 'a string',
  code: 'a string',
  instance: 'a URI reference',
  headers: 'an object of field names and values',
  extensions: 'an object',
  expose: 'a boolean',
  conceal: 'true, false, or the NotFound to imitate',
  temporary: 'a boolean',
} as const satisfies Partial<Record<keyof HttpErrorOptions, string>>;

/** Options that only some classes have. */
export const OWN_OPTIONS = [
  'accept',
  'acceptEncoding',
  'acceptPatch',
  'acceptQuery',
  'allow',
  'available',
  'blockedBy',
  'challenges',
  'field',
  'limit',
  'login',
  'scope',
  'supported',
  'triedScheme',
] as const;

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(WANTED), 'cause', 'retryAfter']);

/**
 * Refuses arguments that no error can be made of. Each option is looked at by code of its own: with
 * a loop over a table, an error with options took longer than one without, so that a concealed
 * Forbidden could be told from a NotFound.
 *
 * @returns the options
 * @throws {TypeError} naming what is wrong
 */
export function checkErrorOptions(args: ErrorArguments, owner: string): Partial<HttpErrorOptions> {
  const first = args[0];
  const isDetailFirst = first === undefined || typeof first === 'string';
  const given: unknown = isDetailFirst ? (args[1] ?? NO_OPTIONS) : first;
  if (
    typeof given !== 'object' ||
    given === null ||
    Array.isArray(given) ||
    given instanceof Error
  ) {
    const taken = isDetailFirst
      ? "an error's options must be an object"
      : 'an error takes a detail and options';
    throw new TypeError(`${taken}, not ${describeArgument(given)}`);
  }
  const options: Partial<HttpErrorOptions> = ownMembers(given);
  const { detail, type, title, code, instance, headers, extensions } = options;
  const { expose, conceal, temporary, retryAfter } = options;
  if (detail !== undefined && !isDetail(detail)) refuse('detail', detail);
  if (type !== undefined && !isUriReference(type)) refuse('type', type);
  if (title !== undefined && typeof title !== 'string') refuse('title', title);
  if (code !== undefined && typeof code !== 'string') refuse('code', code);
  if (instance !== undefined && !isUriReference(instance)) refuse('instance', instance);
  if (headers !== undefined && !isRecord(headers)) refuse('headers', headers);
  if (extensions !== undefined && !isRecord(extensions)) refuse('extensions', extensions);
  if (expose !== undefined && typeof expose !== 'boolean') refuse('expose', expose);
  if (conceal !== undefined && !isConceal(conceal)) refuse('conceal', conceal);
  if (temporary !== undefined && typeof temporary !== 'boolean') refuse('temporary', temporary);
  if (retryAfter !== undefined) checkRetryAfter(retryAfter);
  for (const name in options) {
    if (!KNOWN.has(name)) refuseUnknown(owner, name, options);
  }
  if (extensions !== undefined) refuseReserved(extensions);
  return options;
}

function describeArgument(value: unknown): string {
  return value instanceof Error ? 'another error; give it as { cause }' : describeValue(value);
}

/** What is left out may have any name: wrappers of an error hand on what they were given. */
function refuseUnknown(owner: string, name: string, options: object): void {
  if ((options as Record<string, unknown>)[name] === undefined) return;
  const nearest = nearestName(
    name,
    [...KNOWN, ...OWN_OPTIONS].filter((known) => known !== name),
  );
  const hint =
    nearest === undefined
      ? `every error takes ${[...KNOWN].join(', ')}`
      : `did you mean ${nearest}?`;
  throw new TypeError(`${owner}: there is no option ${describeValue(name)}; ${hint}`);
}

function refuseReserved(extensions: Extensions): void {
  const name = RESERVED_MEMBERS.find((reserved) => Object.hasOwn(extensions, reserved));
  if (name === undefined) return;
  throw new TypeError(`extensions can't have the member ${name}, which every problem has`);
}

function refuse(name: keyof typeof WANTED, value: unknown): never {
  throw wrongValue(name, WANTED[name], value);
}

function isDetail(value: unknown): boolean {
  return (
    typeof value === 'string' || (isRecord(value) && typeof (value as Message).key === 'string')
  );
}

function isConceal(value: unknown): boolean {
  return typeof value === 'boolean' || (isRecord(value) && (value as Imitated).status === 404);
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
