import { findRegisteredError } from '../statuses/registered.js';
import { ownMembers } from '../values/own-members.js';
import { readProperty } from '../values/read-property.js';
import { type HttpErrorOptions, type Message, RESERVED_MEMBERS } from './error-options.js';
import type { ProblemTexts } from './problem-texts.js';

/**
 * A problem document as it leaves, in any format.
 *
 * @see RFC 9457 §3
 */
export interface ProblemDocument {
  /** The problem type, a URI reference. */
  readonly type: string;
  /** The problem type's summary; varies only by language. */
  readonly title: string;
  /** The status of the response, 400–599. */
  readonly status: number;
  /** What went wrong this time, and how to mend it. */
  readonly detail?: string;
  /** Identifies this occurrence; the report to the operator carries the same. */
  readonly instance?: string;
  /** A stable name for programs to switch on. */
  readonly code?: string;
  /** Whether the same request may succeed later; absent where nobody knows. */
  readonly temporary?: boolean;
  /** A vendor's substatus, such as `403.14`, where the handler's options show it. */
  readonly substatus?: string;
  /** Extension members. */
  readonly [member: string]: unknown;
}

/** What of an error its document is made of. */
interface Told
  extends Pick<
    HttpErrorOptions,
    'type' | 'title' | 'detail' | 'code' | 'temporary' | 'retryAfter' | 'extensions'
  > {
  readonly status: number;
  readonly expose: boolean;
}

/** What the client is told beside, or in place of, what the error tells itself. */
export interface Occurrence {
  /** Where the error has no title of its own, or may not tell it. */
  readonly title: string;
  /** Likewise. */
  readonly detail: string | undefined;
  /** What its problem type says in the client's language. */
  readonly texts?: ProblemTexts | undefined;
  readonly instance: string | undefined;
  /** The status that is sent, if it is not the error's own. */
  readonly status?: number;
  /** A vendor's substatus, if the client may know it. */
  readonly substatus?: string | undefined;
  /** Writes a detail that is a message in the client's language. */
  readonly format?: (message: Message) => string | undefined;
}

/** Builds the problem document of an error: all that the client may know of it, and no more. */
export function buildProblem(error: Told, occurrence: Occurrence): ProblemDocument {
  const { expose } = error;
  const { status = error.status, substatus } = occurrence;
  const texts = expose ? occurrence.texts : undefined;
  const problem: Record<string, unknown> = {
    type: (expose && error.type) || 'about:blank',
    title: texts?.title ?? ((expose && error.title) || occurrence.title),
    status,
  };
  const own = expose ? error.detail : undefined;
  const said = typeof own === 'object' ? occurrence.format?.(own) : own;
  const detail = said ?? texts?.detail ?? occurrence.detail;
  if (detail !== undefined) problem.detail = detail;
  if (occurrence.instance !== undefined) problem.instance = occurrence.instance;
  if (expose && error.code !== undefined) problem.code = error.code;
  let { temporary } = error;
  if (temporary === undefined) {
    const row = findRegisteredError(error.status);
    temporary = error.retryAfter === undefined ? row && ownMembers(row).temporary : true;
  }
  if (temporary !== undefined) problem.temporary = temporary;
  if (expose && error.extensions !== undefined) {
    addExtensions(problem, error.extensions);
    if (problem.errors !== undefined) {
      problem.errors = writeDetails(problem.errors, occurrence.format);
    }
  }
  if (substatus !== undefined) problem.substatus = substatus;
  return problem as unknown as ProblemDocument;
}

function addExtensions(
  problem: Record<string, unknown>,
  extensions: Readonly<Record<string, unknown>>,
): void {
  for (const name of Object.keys(extensions)) {
    if (!RESERVED.has(name)) problem[name] = extensions[name];
  }
}

/** An assignment of the last would give the document another prototype, here or where it is read. */
const RESERVED: ReadonlySet<string> = new Set([...RESERVED_MEMBERS, '__proto__']);

/**
 * Writes the details of a list of errors (RFC 9457 §3: `errors: [{ detail, pointer }]`) in the
 * client's language, where they are messages of the locales. What is no such list is left as it is.
 */
function writeDetails(
  errors: unknown,
  format: ((message: Message) => string | undefined) | undefined,
): unknown {
  if (!Array.isArray(errors) || isWritten(errors)) return errors;
  return errors.map((error: unknown) => {
    const detail = readProperty(error, 'detail');
    if (typeof readProperty(detail, 'key') !== 'string') return error;
    return { ...(error as object), detail: format?.(detail as Message) };
  });
}

/** Whether all details are text, as nearly always: then the list stays as it is. */
function isWritten(errors: readonly unknown[]): boolean {
  try {
    return errors.every((error) => typeof (error as { detail: unknown }).detail === 'string');
  } catch {
    return false;
  }
}
