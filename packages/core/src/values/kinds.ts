/** True for an error of whatever realm, and a DOMException; data that looks like one is none. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error || ERRORS.has(Object.prototype.toString.call(value));
  } catch {
    return false;
  }
}

const ERRORS: ReadonlySet<string> = new Set(['[object Error]', '[object DOMException]']);

/** True for what has members, a list too; no function. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
