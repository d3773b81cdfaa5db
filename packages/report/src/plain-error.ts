import { isSecretField, REDACTED, readProperty } from '@faultless/core/adapter';
import { nameOf } from './name-of.js';
import type { Redactor } from './redactor.js';

/** A value as JSON has it. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/** An error as plain data, its secrets replaced. */
export type PlainError = {
  /** Its name, or its class's. */
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  /** Its own fields, as far as they are data; instances of classes are only named. */
  readonly fields?: { readonly [name: string]: PlainValue };
  readonly cause?: PlainError;
  /** Those that an AggregateError has, eight of them at most. */
  readonly errors?: readonly PlainError[];
};

const MAX_MESSAGE = 4096;
const MAX_STACK = 16_384;
const MAX_TEXT = 1024;
const MAX_NAME = 128;
const MAX_DEPTH = 5;
const MAX_CAUSES = 8;
const MAX_MEMBERS = 32;
const MAX_VALUES = 400;

/** What has its own place. */
const TOLD: ReadonlySet<string> = new Set(['name', 'message', 'stack', 'cause', 'code']);

/** What is left to copy, and who is inside of whom. */
interface Copying {
  readonly redactor: Redactor;
  readonly above: readonly unknown[];
  readonly budget: { left: number };
}

/** Copies whatever was thrown as plain data, bounded, with secrets replaced. Never throws. */
export function copyError(thrown: unknown, redactor: Redactor, path: string): PlainError {
  try {
    return copy(thrown, path, { redactor, above: [], budget: { left: MAX_VALUES } });
  } catch {
    return { type: 'unknown', message: '[unreadable]' };
  }
}

function copy(thrown: unknown, path: string, copying: Copying): PlainError {
  const { redactor, above } = copying;
  if (typeof thrown !== 'object' || thrown === null) {
    return { type: nameOf(thrown), message: redactor.text(describe(thrown), MAX_MESSAGE) };
  }
  if (above.includes(thrown)) return { type: nameOf(thrown), message: '[circular]' };
  const inside = { ...copying, above: [...above, thrown] };
  const raw = textOf(readProperty(thrown, 'message'));
  const message = redactor.text(raw, MAX_MESSAGE);
  const stack = readProperty(thrown, 'stack');
  const code = readProperty(thrown, 'code');
  const cause = above.length < MAX_CAUSES ? readProperty(thrown, 'cause') : undefined;
  const fields = copyMembers(thrown, `${path}.fields`, inside);
  return {
    type: redactor.text(nameOf(thrown), MAX_NAME),
    message,
    ...(typeof stack === 'string' && { stack: copyStack(stack, { raw, message }, redactor) }),
    ...(typeof code === 'string' && { code: redactor.text(code, MAX_NAME) }),
    ...(typeof code === 'number' && { code }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(cause !== undefined && { cause: copy(cause, `${path}.cause`, inside) }),
    ...copyErrors(thrown, path, inside),
  };
}

/** An AggregateError has them where no list of its fields shows them. */
function copyErrors(thrown: object, path: string, copying: Copying): Pick<PlainError, 'errors'> {
  const errors = readProperty(thrown, 'errors');
  if (!Array.isArray(errors) || Object.prototype.propertyIsEnumerable.call(thrown, 'errors')) {
    return {};
  }
  if (copying.above.length > MAX_DEPTH) return {};
  const copies = errors
    .slice(0, MAX_CAUSES)
    .map((error, at) => copy(error, `${path}.errors.${at}`, copying));
  return { errors: copies };
}

/** A stack begins with the message, which is redacted the same in both. */
function copyStack(
  stack: string,
  { raw, message }: { readonly raw: string; readonly message: string },
  redactor: Redactor,
): string {
  const at = raw === '' ? -1 : stack.indexOf(raw);
  if (at < 0) return redactor.text(stack, MAX_STACK);
  const head = redactor.text(stack.slice(0, at), MAX_NAME);
  return `${head}${message}${redactor.text(stack.slice(at + raw.length), MAX_STACK)}`;
}

function copyMembers(
  source: object,
  path: string,
  copying: Copying,
): { readonly [name: string]: PlainValue } {
  const isError = isErrorLike(source);
  const members: Record<string, PlainValue> = {};
  let count = 0;
  for (const name of namesOf(source)) {
    if (count >= MAX_MEMBERS || copying.budget.left <= 0) break;
    if (name.startsWith('_') || (isError && TOLD.has(name))) continue;
    const value = readProperty(source, name);
    if (value === undefined || typeof value === 'function') continue;
    count += 1;
    const key = copying.redactor.text(name, MAX_NAME);
    Object.defineProperty(members, key, {
      value: copyNamed(name, value, { path: `${path}.${name}`, copying }),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return members;
}

interface Place {
  readonly path: string;
  readonly copying: Copying;
}

function copyNamed(name: string, value: unknown, place: Place): PlainValue {
  const { redactor } = place.copying;
  const isHarmless = value === null || typeof value === 'boolean' || isErrorLike(value);
  const verdict = redactor.judge(name, place.path);
  if (verdict === 'redact' || (verdict === 'secret' && !isHarmless)) return REDACTED;
  if (verdict === 'allow' && typeof value === 'string') return value.slice(0, MAX_TEXT);
  return copyValue(value, place);
}

function copyValue(value: unknown, { path, copying }: Place): PlainValue {
  const { redactor, above, budget } = copying;
  budget.left -= 1;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return redactor.text(describe(value), MAX_TEXT);
  if (above.includes(value)) return '[circular]';
  if (isErrorLike(value)) return above.length > MAX_CAUSES ? '[…]' : copy(value, path, copying);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toJSON();
  if (value instanceof URL) return redactor.text(value.href, MAX_TEXT);
  const isList = Array.isArray(value);
  if (above.length >= MAX_DEPTH || budget.left <= 0) return isList ? '[…]' : '{…}';
  const inside = { ...copying, above: [...above, value] };
  if (isList) return copyItems(value, { path, copying: inside });
  if (!isPlain(value)) return `[${redactor.text(nameOf(value), MAX_NAME)}]`;
  return copyMembers(value, path, inside);
}

/** Lists hold names and values in turn, as `rawHeaders` does. */
function copyItems(list: readonly unknown[], { path, copying }: Place): readonly PlainValue[] {
  const items: PlainValue[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_MEMBERS); at += 1) {
    const before = at > 0 ? readProperty(list, String(at - 1)) : undefined;
    const item = readProperty(list, String(at));
    const isSecret =
      typeof item === 'string' && typeof before === 'string' && isSecretField(before);
    const place = { path: `${path}.${at}`, copying };
    items.push(isSecret ? REDACTED : copyNamed(String(at), item, place));
  }
  return items;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return '[function]';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isErrorLike(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && typeof readProperty(value, 'stack') === 'string'
  );
}

/** Objects of another realm have another `Object`: theirs has no prototype above it either. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function namesOf(source: object): readonly string[] {
  try {
    return Object.keys(source);
  } catch {
    return [];
  }
}
