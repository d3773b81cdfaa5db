import { readProperty } from '../values/read-property.js';

/**
 * Tells an error of the operating system, whatever has been made of it since: its message names paths
 * and addresses, and never leaves.
 *
 * @see https://nodejs.org/api/errors.html#class-systemerror
 */
export function isSystemError(thrown: object): boolean {
  return typeof readProperty(thrown, 'syscall') === 'string';
}
