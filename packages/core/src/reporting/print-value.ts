import { listOf, readProperty, readText } from '../values/read-property.js';
import { isSecretField } from './secret-names.js';
import { REDACTED } from './secret-shapes.js';
import type { Secrets } from './secrets.js';

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
export function printValue(value: unknown, secrets: Secrets, depth = 0): string {
  try {
    return print(value, secrets, depth);
  } catch {
    return '[unreadable]';
  }
}

function print(value: unknown, secrets: Secrets, depth: number): string {
  const write = (text: string): string => secrets.strip(cutText(text, MAX_TEXT));
  if (typeof value === 'string') return printLine(JSON.stringify(write(value)));
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return printLine(write(String(value)));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toJSON();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (typeof readProperty(value, 'stack') === 'string')
    return `[${printLine(write(headOf(value)))}]`;
  const list = listOf(value);
  if (depth >= MAX_DEPTH) return list === undefined ? '{…}' : '[…]';
  return list === undefined
    ? printMembers(value, secrets, depth)
    : printItems(list, secrets, depth);
}

/** Lists hold names and values in turn, as `rawHeaders` does. */
function printItems(list: readonly unknown[], secrets: Secrets, depth: number): string {
  const items: string[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_ITEMS); at += 1) {
    const isSecret = isSecretField(readText(list, String(at - 1)));
    const item = readProperty(list, String(at));
    items.push(isSecret ? REDACTED : printValue(item, secrets, depth + 1));
  }
  return `[${[...items, ...more(list.length)].join(', ')}]`;
}

function printMembers(value: object, secrets: Secrets, depth: number): string {
  const names = Object.keys(value);
  const members = names
    .slice(0, MAX_ITEMS)
    .map((name) => printMember([name, readProperty(value, name)], secrets, depth + 1));
  return members.length === 0 ? '{}' : `{ ${[...members, ...more(names.length)].join(', ')} }`;
}

/** A member as its name and its value; what is secret by its name is not printed. */
export function printMember(
  [name, value]: readonly [name: string, value: unknown],
  secrets: Secrets,
  depth = 0,
): string {
  const isHarmless = value === null || typeof value === 'boolean';
  const printed =
    !isHarmless && secrets.isName(name) ? REDACTED : printValue(value, secrets, depth);
  return `${/^[\w$]{1,100}$/.test(name) ? name : printValue(name, secrets)}: ${printed}`;
}

/** The name of an error and its message, as far as it has them; in a member it is only named. */
export function headOf(error: unknown): string {
  return [readText(error, 'name'), readText(error, 'message')].filter(Boolean).join(': ');
}

function more(count: number): readonly string[] {
  return count > MAX_ITEMS ? [`… ${count - MAX_ITEMS} more`] : [];
}

/** Half a secret has no form any more: what is cut is cut between words, or well before. */
const MAX_WORD = 256;

/** The beginning of a text, and how much is left out. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = Math.max(text.lastIndexOf(' ', length), text.lastIndexOf('\n', length));
  const end = Math.max(space, length - MAX_WORD, 0);
  return `${text.slice(0, end)} … ${text.length - end} more characters`;
}
