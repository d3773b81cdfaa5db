import { describeValue } from '../values/describe-value.js';
import {
  type ErrorArguments,
  type ErrorOptions,
  findOptions,
  type Message,
  optionsOf,
} from './error-options.js';
import type { HttpError } from './http-error.js';
import { checkRetryAfter } from './retry-after.js';
import { isUriReference } from './uri-reference.js';

const WANTED = {
  detail: 'a string or { key, params }',
  type: 'a URI reference',
  title: 'a string',
  code: 'a string',
  instance: 'a URI reference',
  headers: 'an object of field names and values',
  extensions: 'an object',
  expose: 'a boolean',
  conceal: 'true, false, or the NotFound to imitate',
  temporary: 'a boolean',
} as const satisfies Partial<Record<keyof ErrorOptions, string>>;

/**
 * Refuses arguments that no error can be made of. Each option is looked at by code of its own: with
 * a loop over a table, an error with options took longer than one without, so that a concealed
 * Forbidden could be told from a NotFound.
 *
 * @throws {TypeError} naming what is wrong
 */
export function checkErrorOptions(args: ErrorArguments): void {
  const first = args[0];
  const given = findOptions(args);
  const isDetailFirst = first === undefined || typeof first === 'string';
  if (!(isDetailFirst || first === given) || !isOptions(given)) {
    const [taken, wrong] = isDetailFirst
      ? ["an error's options must be an object", given]
      : ['an error takes a detail and options', first];
    throw new TypeError(`${taken}, not ${describeArgument(wrong)}`);
  }
  const options = optionsOf(args);
  if (!isDetail(options.detail)) refuse('detail', options.detail);
  if (!isUri(options.type)) refuse('type', options.type);
  if (!isText(options.title)) refuse('title', options.title);
  if (!isText(options.code)) refuse('code', options.code);
  if (!isUri(options.instance)) refuse('instance', options.instance);
  if (!isRecord(options.headers)) refuse('headers', options.headers);
  if (!isRecord(options.extensions)) refuse('extensions', options.extensions);
  if (!isFlag(options.expose)) refuse('expose', options.expose);
  if (!isConceal(options.conceal)) refuse('conceal', options.conceal);
  if (!isFlag(options.temporary)) refuse('temporary', options.temporary);
  if (options.retryAfter !== undefined) checkRetryAfter(options.retryAfter);
}

function describeArgument(value: unknown): string {
  return value instanceof Error ? 'another error; give it as { cause }' : describeValue(value);
}

function refuse(name: keyof typeof WANTED, value: unknown): never {
  throw new TypeError(`${name} must be ${WANTED[name]}, not ${describeValue(value)}`);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isRecord(value: unknown): boolean {
  return value === undefined || isObject(value);
}

function isDetail(value: unknown): boolean {
  return isText(value) || (isObject(value) && typeof (value as Message).key === 'string');
}

function isUri(value: unknown): boolean {
  return value === undefined || isUriReference(value);
}

function isConceal(value: unknown): boolean {
  return isFlag(value) || (isObject(value) && (value as HttpError).status === 404);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptions(value: unknown): boolean {
  return isObject(value) && !(value instanceof Error);
}
