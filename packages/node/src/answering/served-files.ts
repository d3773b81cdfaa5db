import { Readable, Writable } from 'node:stream';
import { Forbidden, NotFound, readProperty } from '@faultless/core/adapter';

/** What the file system says of a file that can't be served to anybody, or not to this server. */
const REFUSALS: ReadonlyMap<unknown, typeof NotFound | typeof Forbidden> = new Map([
  ['EISDIR', NotFound],
  ['ENAMETOOLONG', NotFound],
  ['ENOENT', NotFound],
  ['ENOTDIR', NotFound],
  ['EACCES', Forbidden],
  ['EPERM', Forbidden],
]);

/** Where a file was to go: the response, and what a framework is about to pipe into it. */
export interface Destination {
  readonly response: Writable;
  readonly body?: unknown;
}

/** What the system says of a failure. */
const FACTS = ['code', 'syscall', 'path'] as const;

/**
 * What was thrown, or the 404 or 403 that it amounts to, if it is the error of a file that was piped
 * into the response, through filters too. Any other missing file is a failure of the server's own.
 */
export function asServedFileError(thrown: unknown, { response, body }: Destination): unknown {
  const Refusal = REFUSALS.get(readProperty(thrown, 'code'));
  if (Refusal === undefined) return thrown;
  const isServed = isSource(thrown, body) || cameFrom(thrown, response);
  return isServed ? new Refusal({ cause: thrown }) : thrown;
}

function isSource(error: unknown, stream: unknown): boolean {
  return isUnopened(stream, error) || cameFrom(error, stream);
}

/** The file must be what is sent itself: whatever else a stream reads is none of the client's. */
function isUnopened(stream: unknown, error: unknown): boolean {
  const failure = readProperty(stream, 'errored');
  // Senders make another error of it, with the same facts.
  if (!FACTS.every((name) => readProperty(failure, name) === readProperty(error, name)))
    return false;
  const path = readProperty(stream, 'path');
  if (typeof path !== 'string' && !Buffer.isBuffer(path)) return false;
  // A directory can be opened, and fails without its name when it is read.
  if (readProperty(error, 'code') === 'EISDIR') return true;
  return (
    readProperty(error, 'syscall') === 'open' && readProperty(error, 'path') === path.toString()
  );
}

/** What is piped around in a circle has an end too, since each is taken away where it was found. */
function cameFrom(error: unknown, target: unknown): boolean {
  if (typeof readProperty(target, 'listeners') !== 'function') return false;
  return unpipe(target as Writable).some((source) => isSource(error, source));
}

/**
 * Takes away whatever is piped into a stream, as if it had finished, and lists it. A stream doesn't
 * tell its sources; each leaves a listener there that does, and is known by its code.
 */
function unpipe(target: Writable): readonly unknown[] {
  const sources: unknown[] = [];
  const note = (source: unknown): void => {
    sources.push(source);
  };
  try {
    target.on('unpipe', note);
    for (const listener of target.listeners('finish')) {
      if (codeOf(listener) === findUnpiping()) listener.call(target);
    }
  } catch {
    // What else listens there has thrown, or it is no stream.
  }
  return sources;
}

let unpiping: string | undefined;

/** The code of the listener by which a source leaves when what it is piped into finishes. */
function findUnpiping(): string {
  if (unpiping !== undefined) return unpiping;
  const target = new Readable({ read: () => undefined }).pipe(new Writable());
  unpiping = target.listeners('finish').map(codeOf).join('');
  return unpiping;
}

/** Copies of Node's streams in packages differ in white space. */
function codeOf(code: unknown): string {
  return String(code).replace(/\s+/g, ' ');
}
