import { listOf, readProperty, readText } from '../values/read-property.js';

/** What JavaScript has a short name for. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/**
 * A text on one line: what a terminal, or a reader of logs, would obey is written as an escape. Those are
 * characters by which a text could begin a line of its own, erase others, or stand in another order than
 * it has: controls, line and paragraph separators, and those of bidirectional text.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function printLine(text: string): string {
  // Where it stands, it is made for the first line; V8 takes long for it.
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return NAMES[character] ?? `${String.raw`\u`}${code}`;
  });
}

/** Of what lies deeper, or comes after so many, the operator sees that it is there. */
const MAX_DEPTH = 2;
const MAX_ITEMS = 20;
const MAX_TEXT = 500;

/** Writes a value on one line, as JavaScript would, as far as it is worth reading. Never throws. */
export function printValue(value: unknown, depth = 0): string {
  try {
    return print(value, depth);
  } catch {
    return '[unreadable]';
  }
}

function print(value: unknown, depth: number): string {
  if (typeof value === 'string') return printLine(JSON.stringify(cutText(value, MAX_TEXT)));
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return printLine(String(value));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toJSON();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (typeof readProperty(value, 'stack') === 'string') {
    return `[${printLine(cutText(headOf(value), MAX_TEXT))}]`;
  }
  const list = listOf(value);
  if (depth >= MAX_DEPTH) return list === undefined ? '{…}' : '[…]';
  return list === undefined ? printMembers(value, depth) : printItems(list, depth);
}

function printItems(list: readonly unknown[], depth: number): string {
  const items: string[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_ITEMS); at += 1) {
    items.push(printValue(readProperty(list, String(at)), depth + 1));
  }
  return `[${[...items, ...more(list.length)].join(', ')}]`;
}

function printMembers(value: object, depth: number): string {
  const names = Object.keys(value);
  const members = names
    .slice(0, MAX_ITEMS)
    .map((name) => `${printName(name)}: ${printValue(readProperty(value, name), depth + 1)}`);
  return members.length === 0 ? '{}' : `{ ${[...members, ...more(names.length)].join(', ')} }`;
}

/** The name of an error and its message, as far as it has them; in a member it is only named. */
export function headOf(error: unknown): string {
  return [readText(error, 'name'), readText(error, 'message')].filter(Boolean).join(': ');
}

/** The name of a member, quoted where it is no identifier. */
export function printName(name: string): string {
  return /^[\w$]{1,100}$/.test(name) ? name : printValue(name);
}

function more(count: number): readonly string[] {
  return count > MAX_ITEMS ? [`… ${count - MAX_ITEMS} more`] : [];
}

/** The beginning of a text, and how much is left out. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length)} … ${text.length - length} more characters`;
}
