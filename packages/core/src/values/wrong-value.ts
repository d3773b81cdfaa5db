import { describeValue } from './describe-value.js';

/** The error for a value that is not allowed: says what it is for, what it may be, and what came. */
export function wrongValue(name: string, allowed: string, value: unknown): TypeError {
  return new TypeError(`${name} must be ${allowed}, not ${describeValue(value)}`);
}
