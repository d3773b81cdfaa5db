import { readProperty, readText } from '../values/read-property.js';
import { REDACTED } from './named-values.js';
import { isSecretField } from './secret-names.js';
import type { BoundSecrets } from './secrets.js';

/** What JavaScript has a short name for. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/**
 * A text on one line: what a terminal, or a reader of logs, would obey is written as an escape. Those are
 * characters by which a text could begin a line of its own, erase others, or stand in another order than
 * it has: controls, line and paragraph separators, halves of a character, and those of bidirectional text.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function printLine(text: string): string {
  // Where it stands, it is made for the first line; V8 takes long for it.
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return NAMES[character] ?? `${String.raw`\u`}${code}`;
  });
}

/** Of what lies deeper, or comes after so many, the operator sees that it is there. */
const MAX_DEPTH = 2;
const MAX_ITEMS = 20;
const MAX_TEXT = 500;

/** Writes a value on one line, as JavaScript would, as far as it is worth reading. Never throws. */
export function printValue(value: unknown, secrets: BoundSecrets, depth = 0): string {
  try {
    return print(value, secrets, depth);
  } catch {
    return UNREADABLE;
  }
}

function print(value: unknown, secrets: BoundSecrets, depth: number): string {
  const write = (text: string): string => secrets.strip(text, MAX_TEXT);
  if (value === UNREADABLE) return UNREADABLE;
  if (typeof value === 'string') return printLine(JSON.stringify(write(value)));
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return printLine(write(String(value)));
  if (value instanceof Date) return printDate(value);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (typeof readProperty(value, 'stack') === 'string')
    return `[${printLine(write(headOf(value)))}]`;
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return `[${printLine(write(classOf(value)))}]`;
  if (depth >= MAX_DEPTH) return isList ? '[…]' : '{…}';
  return isList ? printItems(value, secrets, depth) : printMembers(value, secrets, depth);
}

/** What stands where something can't be read. */
export const UNREADABLE = '[unreadable]';

/** A date as ISO 8601 has it, whatever it says of itself. */
export function printDate(date: Date): string {
  const time = Date.prototype.getTime.call(date);
  return Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
}

/** Whether an object is no instance of a class. Those of another realm have another `Object` above them. */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function classOf(value: object): string {
  return readText(readProperty(value, 'constructor'), 'name') || 'object';
}

/** Lists hold names and values in turn, as `rawHeaders` and entries do. */
function printItems(list: readonly unknown[], secrets: BoundSecrets, depth: number): string {
  const items: string[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_ITEMS) && secrets.hasRoom(); at += 1) {
    const isSecret = isSecretField(readText(list, String(at - 1)), at - 1);
    const item = tryRead(list, String(at));
    items.push(
      isSecret && typeof item === 'string' ? REDACTED : printValue(item, secrets, depth + 1),
    );
  }
  return `[${[...items, ...more(list.length - items.length)].join(', ')}]`;
}

function printMembers(value: object, secrets: BoundSecrets, depth: number): string {
  const names = Object.keys(value).filter((name) => !isPrivate(name));
  const members = names
    .slice(0, MAX_ITEMS)
    .flatMap((name) =>
      secrets.hasRoom() ? [printMember([name, tryRead(value, name)], secrets, depth + 1)] : [],
    );
  const parts = [...members, ...more(names.length - members.length)];
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** By custom, what nobody else is to see. */
export const isPrivate = (name: string): boolean => name.startsWith('_');

/** A member of an object; what can't be read is said to be so. */
export function tryRead(value: object, name: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[name];
  } catch {
    return UNREADABLE;
  }
}

/** A member as its name and its value; what is secret by its name is not printed. */
export function printMember(
  [name, value]: readonly [name: string, value: unknown],
  secrets: BoundSecrets,
  depth = 0,
): string {
  const isHarmless = value === null || typeof value === 'boolean' || value === UNREADABLE;
  const printed =
    !isHarmless && secrets.isName(name) ? REDACTED : printValue(value, secrets, depth);
  const told = secrets.strip(name, MAX_TEXT);
  return `${/^[\w$]{1,100}$/.test(told) ? told : printLine(JSON.stringify(told))}: ${printed}`;
}

/** The name of an error and its message, as far as it has them; in a member it is only named. */
export function headOf(error: unknown): string {
  return [readText(error, 'name'), readText(error, 'message')].filter(Boolean).join(': ');
}

/** How many are left out, if any are. */
export function more(left: number, before = ''): readonly string[] {
  return left > 0 ? [`${before}… ${left} more`] : [];
}
