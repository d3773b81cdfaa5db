import { type Message, RESERVED_MEMBERS } from '../errors/error-options.js';
import type { HttpError } from '../errors/http-error.js';
import { findRegisteredError } from '../statuses/registered.js';
import { ownMembers } from '../values/own-members.js';
import type { ProblemDocument } from './problem-document.js';
import { writeDetails } from './write-details.js';

/** What the client is told beside, or in place of, what the error tells itself. */
export interface Occurrence {
  /** Where the error has no title of its own, or may not tell it. */
  readonly title: string;
  /** Likewise. */
  readonly detail: string | undefined;
  readonly instance: string | undefined;
  /** The status that is sent, if it is not the error's own. */
  readonly status?: number;
  /** A vendor's substatus, if the client may know it. */
  readonly substatus?: string | undefined;
  /** Writes a detail that is a message in the client's language. */
  readonly format?: (message: Message) => string | undefined;
}

/** Builds the problem document of an error: all that the client may know of it, and no more. */
export function buildProblem(error: HttpError, occurrence: Occurrence): ProblemDocument {
  const { expose } = error;
  const { status = error.status, substatus } = occurrence;
  const problem: Record<string, unknown> = {
    type: (expose && error.type) || 'about:blank',
    title: (expose && error.title) || occurrence.title,
    status,
  };
  const own = expose ? error.detail : undefined;
  const detail = (typeof own === 'object' ? occurrence.format?.(own) : own) ?? occurrence.detail;
  if (detail !== undefined) problem.detail = detail;
  if (occurrence.instance !== undefined) problem.instance = occurrence.instance;
  if (expose && error.code !== undefined) problem.code = error.code;
  const temporary = findTemporary(error);
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

function findTemporary({ status, temporary, retryAfter }: HttpError): boolean | undefined {
  if (temporary !== undefined) return temporary;
  if (retryAfter !== undefined) return true;
  const row = findRegisteredError(status);
  return row && ownMembers(row).temporary;
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
