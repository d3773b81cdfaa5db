import type { Readable } from 'node:stream';
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

/** Errors of files that were on their way to a client, and what each amounts to. */
const FAILURES = new WeakMap<object, NotFound | Forbidden>();

/** Has the error of a body remembered if it is a file that can't be opened. Call it first of all. */
export function watchServedFile(body: Readable): void {
  body.on('error', (error: unknown) => {
    if (typeof error !== 'object' || error === null) return;
    const Refusal = findRefusal(error, body);
    if (Refusal !== undefined) FAILURES.set(error, new Refusal({ cause: error }));
  });
}

/**
 * What was thrown, or the 404 or 403 that it amounts to, if it is the error of a file that was being
 * served. Any other missing file is a failure of the server's own.
 */
export function asServedFileError(thrown: unknown): unknown {
  return FAILURES.get(thrown as object) ?? thrown;
}

/** The file must be the body itself: whatever else a stream reads is none of the client's. */
function findRefusal(
  error: object,
  body: Readable,
): typeof NotFound | typeof Forbidden | undefined {
  const served = readProperty(body, 'path');
  if (typeof served !== 'string' && !Buffer.isBuffer(served)) return undefined;
  const code = readProperty(error, 'code');
  const isOpened = readProperty(error, 'syscall') === 'open';
  // A directory can be opened, and fails without its name when it is read.
  const isBody =
    code === 'EISDIR' || (isOpened && readProperty(error, 'path') === served.toString());
  return isBody ? REFUSALS.get(code) : undefined;
}
