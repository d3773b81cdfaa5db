import { describeValue } from '../values/describe-value.js';

/** Refuses what is no text, for parameters that may hold any text. @throws {TypeError} naming the parameter */
export function checkText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} must be a string, not ${describeValue(value)}`);
}
