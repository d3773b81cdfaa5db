import {
  isPlainObject,
  isSecretField,
  printDate,
  REDACTED,
  readProperty,
  tryRead,
  UNREADABLE,
} from '@faultless/core/adapter';
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

/** What is left of a record, in characters. */
export interface Budget {
  left: number;
}

/** How many characters of text a record has at most, in all. */
const MAX_RECORD = 65_536;

export const createBudget = (): Budget => ({ left: MAX_RECORD });

/** What is left to copy, who is inside of whom, and how errors are copied. */
export interface Copying {
  readonly redactor: Redactor;
  readonly budget: Budget;
  readonly above: readonly unknown[];
  readonly copyError: (thrown: object, path: string, copying: Copying) => PlainValue;
}

/** How far behind the end of a text that is cut secrets are looked for. */
const BEHIND_CUT = 1024;

const MAX_TEXT = 1024;
const MAX_NAME = 128;
const MAX_DEPTH = 5;
const MAX_ERRORS = 8;
const MAX_MEMBERS = 32;

/** What a value has beside its characters in JSON. */
const AROUND = 4;

/**
 * A text at its place in the record, as far as there is room. What is looked at counts, also where less of it is left:
 * so the time is bounded too.
 */
export function copyText(
  { redactor, budget }: Pick<Copying, 'redactor' | 'budget'>,
  path: string,
  [value, length]: readonly [value: string, length: number],
): string {
  const room = Math.max(0, Math.min(length, budget.left));
  const text = redactor.textAt(path, value, room);
  budget.left -= Math.max(text.length, Math.min(value.length, room + BEHIND_CUT)) + AROUND;
  return text;
}

/**
 * Copies the members of an object but for those that have another place; says how many are left out. Throws what a
 * proxy throws.
 */
export function copyMembers(
  source: object,
  path: string,
  { copying, told }: { readonly copying: Copying; readonly told?: ReadonlySet<string> },
): { readonly [name: string]: PlainValue } {
  const { budget, redactor } = copying;
  const members: [string, PlainValue][] = [];
  let left = 0;
  for (const name of Object.keys(source)) {
    if (name.startsWith('_') || told?.has(name)) continue;
    if (members.length >= MAX_MEMBERS || budget.left <= 0) {
      left += 1;
      continue;
    }
    const value = tryRead(source, name);
    if (value === undefined || typeof value === 'function') continue;
    const key = redactor.text(name, MAX_NAME);
    budget.left -= Math.max(key.length, Math.min(name.length, MAX_NAME + BEHIND_CUT)) + AROUND;
    members.push([key, copyNamed(name, value, { path: `${path}.${name}`, copying })]);
  }
  return Object.fromEntries(left > 0 ? [...members, ['…', `${left} more`]] : members);
}

interface Place {
  readonly path: string;
  readonly copying: Copying;
}

/** Copies the value of a name. What can't be read is the only thing that is missing. */
export function copyNamed(name: string, value: unknown, place: Place): PlainValue {
  try {
    const { redactor } = place.copying;
    const isHarmless =
      value === null || typeof value === 'boolean' || value === UNREADABLE || isErrorLike(value);
    const verdict = redactor.judge(name, place.path);
    if (verdict === 'redact' || (verdict === 'secret' && !isHarmless)) return REDACTED;
    return copyValue(value, place);
  } catch {
    return UNREADABLE;
  }
}

function copyValue(value: unknown, place: Place): PlainValue {
  const { path, copying } = place;
  const { above, budget } = copying;
  budget.left -= AROUND;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return copyText(copying, path, [describe(value), MAX_TEXT]);
  if (above.includes(value)) return '[circular]';
  if (isErrorLike(value)) {
    return above.length > MAX_ERRORS ? '[…]' : copying.copyError(value, path, copying);
  }
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return printDate(value);
  if (value instanceof URL) return copyText(copying, path, [value.href, MAX_TEXT]);
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value))
    return `[${copyText(copying, path, [nameOf(value), MAX_NAME])}]`;
  if (above.length >= MAX_DEPTH || budget.left <= 0) return isList ? '[…]' : '{…}';
  const inside = { ...copying, above: [...above, value] };
  return isList
    ? copyItems(value, { path, copying: inside })
    : copyMembers(value, path, { copying: inside });
}

/** Lists hold names and values in turn, as `rawHeaders` and entries do. */
function copyItems(list: readonly unknown[], { path, copying }: Place): readonly PlainValue[] {
  const { redactor, budget } = copying;
  const items: PlainValue[] = [];
  const length = Math.min(list.length, MAX_MEMBERS);
  for (let at = 0; at < length && budget.left > 0; at += 1) {
    const before = readProperty(list, String(at - 1));
    const item = tryRead(list, String(at));
    const place = { path: `${path}.${at}`, copying };
    const isValue = typeof before === 'string' && typeof item === 'string';
    const verdict = isValue ? redactor.judge(before, place.path) : 'keep';
    const isSecret =
      verdict === 'redact' || (verdict === 'secret' && isSecretField(String(before), at - 1));
    items.push(isSecret ? REDACTED : copyNamed(String(at), item, place));
  }
  const left = list.length - items.length;
  return left > 0 ? [...items, `… ${left} more`] : items;
}

/** What is no object as text. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return '[function]';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

export function isErrorLike(value: unknown): value is { readonly stack: string } {
  return (
    typeof value === 'object' && value !== null && typeof readProperty(value, 'stack') === 'string'
  );
}
