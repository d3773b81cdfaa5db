import { describeValue } from '../values/describe-value.js';

/**
 * Writes the names of methods or protocols as a field value.
 *
 * @param what what they are, for the error
 * @throws {TypeError} when they are no list of names
 */
export function joinNames(what: string, names: unknown): string {
  if (!Array.isArray(names) || !names.every(isName)) {
    throw new TypeError(`${what}, not ${describeValue(names)}`);
  }
  return names.join(', ');
}

/** A token, which a protocol may follow with its version (RFC 9110 §7.8). */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:\/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)?$/;

function isName(name: unknown): boolean {
  return typeof name === 'string' && NAME.test(name);
}
