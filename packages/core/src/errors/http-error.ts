import type { Challenges } from '../challenges/challenge.js';
import { findReasonPhrase, isErrorStatus } from '../statuses/registered.js';
import { isOnlyInherited, isPolluted } from '../values/own-members.js';
import { wrongValue } from '../values/wrong-value.js';
import {
  checkErrorOptions,
  type ErrorArguments,
  type Extensions,
  type Imitated,
  type Message,
} from './error-options.js';
import { buildProblem, type ProblemDocument } from './problem.js';
import type { ProblemTextsByTag } from './problem-texts.js';
import { formatRetryAfter } from './retry-after.js';
import { restoreStacks, suppressStack } from './stack-traces.js';
import type { VendorStatus } from './vendor-status.js';

/** The brand that every copy and version of Faultless recognises an HttpError by. */
const HTTP_ERROR = Symbol.for('faultless.http-error');

/** What an error need not have; where it hasn't, nothing that Object.prototype has stands in for it. */
const OPTIONAL_MEMBERS = [
  'detail',
  'type',
  'title',
  'code',
  'instance',
  'headers',
  'extensions',
  'conceal',
  'temporary',
  'retryAfter',
  'challenges',
  'vendor',
  'texts',
  'notices',
] as const;

/**
 * Error, with the brand. An instance is named by its class, and ours have their names as data: a
 * minifier may rename a class, and a stack should still say what it was.
 *
 * A constant, for a statement about HttpError's prototype would keep it in every bundle.
 */
const BrandedError = brandError();

function brandError(): ErrorConstructor {
  class Branded extends Error {}
  Object.defineProperties(Branded.prototype, {
    [HTTP_ERROR]: { value: true },
    name: { get: nameOfClass, set: renameInstance, configurable: true },
  });
  for (const name of OPTIONAL_MEMBERS) {
    Object.defineProperty(Branded.prototype, name, { writable: true, configurable: true });
  }
  return Branded as ErrorConstructor;
}

function nameOfClass(this: Error): string {
  return this.constructor.name;
}

function renameInstance(this: Error, value: unknown): void {
  const described = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(this, 'name', described);
}

/**
 * An error that knows its HTTP answer. Throw one of its subclasses where the status is known when
 * you write the code; construct it directly for a status that is known only at run time.
 *
 * It satisfies http-errors' contract (`status`, `statusCode`, `expose`, `headers`), so that other
 * error handlers treat it well too.
 *
 * @throws {TypeError} when `status` is no integer in 400–599 (RFC 9110 §15), or an option is wrong.
 */
export class HttpError extends BrandedError {
  static override name = 'HttpError';

  /** The status of the response, 400–599. */
  declare readonly status: number;
  /** The same as `status`, by http-errors' contract. */
  declare readonly statusCode: number;
  /** Whether detail, type, title, code and extensions may reach the client. */
  declare readonly expose: boolean;
  /** What went wrong this time, for the client to read. */
  declare readonly detail?: string | Message;
  /** The problem type, a URI reference (RFC 9457 §3.1.1). */
  declare readonly type?: string;
  /** The problem type's summary (RFC 9457 §3.1.3). */
  declare readonly title?: string;
  /** A stable name for programs to switch on. */
  declare readonly code?: string;
  /** Identifies this occurrence, a URI reference (RFC 9457 §3.1.5). */
  declare readonly instance?: string;
  /** Response fields that go out with the error. */
  declare readonly headers?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Members added to the problem document (RFC 9457 §3.2). */
  declare readonly extensions?: Extensions;
  /** The 404 that the client sees instead: `true` for the generic one. */
  declare readonly conceal?: boolean | Imitated | undefined;
  /** Whether the same request may succeed later. */
  declare readonly temporary?: boolean;
  /** When to try again: seconds from now, or a date. */
  declare readonly retryAfter?: number | Date;
  /** What the client is challenged with. */
  declare readonly challenges?: Challenges;
  /** The scheme of credentials that are elsewhere than RFC 6750 has them; see ChallengeOptions. */
  declare readonly triedScheme?: string;
  /** The vendor's status that this stands for; see VendorError. */
  declare readonly vendor?: VendorStatus;
  /** What its problem type says in each language; see defineProblem. */
  declare readonly texts?: ProblemTextsByTag;
  /** What the operator is to be told beside the error, such as a member that had to be left out. */
  declare notices?: readonly { readonly message: string; readonly cause?: unknown }[];

  constructor(status: number, ...args: ErrorArguments) {
    if (!isErrorStatus(status)) {
      throw wrongValue('status', 'an integer from 400 to 599', status);
    }
    const options = checkErrorOptions(args, new.target.name);
    const detail = typeof args[0] === 'string' ? args[0] : options.detail;
    const message = typeof detail === 'object' ? detail.key : detail;
    const limit = suppressStack(status);
    try {
      super(
        message ?? options.title ?? findReasonPhrase(status),
        options.cause === undefined ? undefined : { cause: options.cause },
      );
    } finally {
      if (limit !== undefined) restoreStacks(limit);
    }
    this.status = status;
    this.statusCode = status;
    this.expose = options.expose ?? status < 500;
    if (detail !== undefined) this.detail = detail;
    if (options.type !== undefined) this.type = options.type;
    if (options.title !== undefined) this.title = options.title;
    if (options.code !== undefined) this.code = options.code;
    if (options.instance !== undefined) this.instance = options.instance;
    if (options.headers !== undefined) this.headers = options.headers;
    if (options.extensions !== undefined) this.extensions = options.extensions;
    // Also for a 404 that hides nothing: what hides behind it could be told by the time that keeping it takes.
    if (options.conceal !== undefined || status === 404) this.conceal = options.conceal;
    if (options.temporary !== undefined) this.temporary = options.temporary;
    if (options.retryAfter !== undefined) {
      this.retryAfter = options.retryAfter;
      this.headers = { ...options.headers, 'Retry-After': formatRetryAfter(options.retryAfter) };
    }
  }

  /** The problem document that a client may see (RFC 9457 §3), but for texts of the locales. */
  toJSON(): ProblemDocument {
    return buildProblem(this, {
      title: findReasonPhrase(this.status),
      detail: undefined,
      instance: this.instance,
    });
  }
}

/**
 * The same error, of which nothing is Object.prototype's: one of an earlier version, or of a copy
 * that is known by its brand alone, does not rule that out itself.
 */
export function ownError(error: HttpError): HttpError {
  if (!isPolluted()) return error;
  const strange = OPTIONAL_MEMBERS.filter((name) => isOnlyInherited(error, name));
  if (strange.length === 0) return error;
  return Object.create(
    error,
    Object.fromEntries(strange.map((name) => [name, { value: undefined }])),
  ) as HttpError;
}

/**
 * True for a Faultless error of whatever copy: another version, the CommonJS or the ESM build,
 * another realm. Never throws, whatever it is given.
 */
export function isHttpError(value: unknown): value is HttpError {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (value as { [HTTP_ERROR]?: unknown })[HTTP_ERROR] === true;
  } catch {
    return false;
  }
}
