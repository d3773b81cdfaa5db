/** Of the process: copies of this module, and other realms, read each other's marks. */
const MARK = Symbol.for('faultless.upstream-error');
const TIMED_OUT = 'timed out';
const DATABASE = 'database';

/** Taken at once: a test runner may take them away from a module that outlives its realm. */
const defineProperty = Reflect.defineProperty;
const get = Reflect.get;

/**
 * Marks an error as an HTTP client's. The operating system reports a connection that fails in the
 * same words whether it was to be a database's or another server's; who made it knows better. Never
 * throws; the mark is hidden, so that the error looks as before.
 *
 * @param timedOut whether the client gave up after waiting, which is then answered with 504
 */
export function markUpstreamError(error: unknown, timedOut = false): void {
  putMark(error, timedOut ? TIMED_OUT : true);
}

/** Marks an error of an HTTP client as that of a database which is asked over HTTP. Never throws. */
export function markDatabaseError(error: unknown): void {
  putMark(error, DATABASE);
}

function putMark(error: unknown, value: unknown): void {
  if (typeof error !== 'object' || error === null) return;
  try {
    defineProperty(error, MARK, { value, configurable: true });
  } catch {
    // A proxy may refuse.
  }
}

/** Tells whether an error was marked. */
export function isUpstreamError(error: object): boolean {
  const mark = readMark(error);
  return mark !== undefined && mark !== DATABASE;
}

/** Tells whether an error was marked as that of a database. */
export function isDatabaseError(error: object): boolean {
  return readMark(error) === DATABASE;
}

/** Tells whether an error was marked as that of a client which has waited in vain. */
export function isUpstreamTimeout(error: object): boolean {
  return readMark(error) === TIMED_OUT;
}

function readMark(error: object): unknown {
  try {
    return get(error, MARK);
  } catch {
    return undefined;
  }
}
