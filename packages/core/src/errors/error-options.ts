import { ownMembers } from '../values/own-members.js';
import type { HttpError } from './http-error.js';

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

/** What every error takes beside its detail. */
export interface ErrorOptions {
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
   * NotFound that the app throws when the resource is really absent.
   * @default false
   */
  readonly conceal?: boolean | HttpError | undefined;
  /** Whether the same request may succeed later. @default what the status says, if it says anything */
  readonly temporary?: boolean | undefined;
  /** When to try again: seconds from now (fractions round up), or a date. Implies `temporary`. */
  readonly retryAfter?: number | Date | undefined;
}

/**
 * Stands for options that were left out. An error without them goes the same way as one with them,
 * so that a concealed Forbidden takes as long as a NotFound.
 */
export const NO_OPTIONS: ErrorOptions = Object.freeze({});

/** An error in place of options is a mistake: it belongs into `cause`. */
interface NoError {
  readonly message?: never;
}

/** An error's arguments: a detail and options, either of them, or nothing. */
export type ErrorArguments<Options extends ErrorOptions = ErrorOptions> =
  | [detail?: string | undefined, options?: (Options & NoError) | undefined]
  | [options: Options & NoError];

/** The options among an error's arguments. */
export function optionsOf<Options extends ErrorOptions>(
  args: ErrorArguments<Options>,
): Partial<Options> {
  return ownMembers(findOptions(args));
}

/** The same, with all that it inherits. */
export function findOptions<Options extends ErrorOptions>(
  args: ErrorArguments<Options>,
): Partial<Options> {
  const first = args[0];
  return (typeof first === 'object' ? first : args[1]) ?? (NO_OPTIONS as Partial<Options>);
}

/** The detail among an error's arguments; the first argument wins over the options'. */
export function detailOf(args: ErrorArguments): string | Message | undefined {
  const first = args[0];
  return typeof first === 'string' ? first : optionsOf(args).detail;
}
