import { describeValue } from '../options/describe-value.js';
import type { ErrorArguments, ErrorOptions, Message } from './error-options.js';
import type { HttpError } from './http-error.js';
import { checkRetryAfter } from './retry-after.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isRecord: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDetail: Check = (value) =>
  isText(value) || (isRecord(value) && isText((value as Message).key));
/** The characters of a URI reference (RFC 3986 §2). */
const isUriReference: Check = (value) =>
  typeof value === 'string' && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(value);

const CHECKS: Readonly<Record<string, readonly [Check, string] | undefined>> = {
  detail: [isDetail, 'a string or { key, params }'],
  type: [isUriReference, 'a URI reference'],
  title: [isText, 'a string'],
  code: [isText, 'a string'],
  instance: [isUriReference, 'a URI reference'],
  headers: [isRecord, 'an object of field names and values'],
  extensions: [isRecord, 'an object'],
  expose: [isFlag, 'a boolean'],
  conceal: [
    (value) => isFlag(value) || (isRecord(value) && (value as HttpError).status === 404),
    'true, false, or the NotFound to imitate',
  ],
  temporary: [isFlag, 'a boolean'],
};

/** Refuses arguments that no error can be made of. @throws {TypeError} naming what is wrong */
export function checkErrorOptions([first, second]: ErrorArguments): void {
  if (first !== undefined && typeof first !== 'string' && !isOptions(first)) {
    throw new TypeError(`an error takes a detail and options, not ${describeValue(first)}`);
  }
  const options = typeof first === 'object' ? first : second;
  if (options === undefined) return;
  if (!isOptions(options)) {
    throw new TypeError(`an error's options must be an object, not ${describeValue(options)}`);
  }
  for (const name in options) {
    const value = options[name as keyof ErrorOptions];
    const check = CHECKS[name];
    if (value !== undefined && check !== undefined && !check[0](value)) {
      throw new TypeError(`${name} must be ${check[1]}, not ${describeValue(value)}`);
    }
  }
  if (options.retryAfter !== undefined) checkRetryAfter(options.retryAfter);
}

function isOptions(value: unknown): boolean {
  return isRecord(value) && !(value instanceof Error);
}
