import { describeValue } from '../values/describe-value.js';

/** Refuses what is none of the values that a parameter may have. @throws {TypeError} naming the parameter */
export function checkOneOf(name: string, value: unknown, allowed: readonly string[]): string {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw new TypeError(`${name} must be one of ${allowed.join(', ')}, not ${describeValue(value)}`);
}
