import { listOf, readProperty, textOf } from '../values/read-property.js';
import {
  headOf,
  isPlainObject,
  isPrivate,
  more,
  printLine,
  printMember,
  printValue,
  tryRead,
} from './print-value.js';
import type { BoundSecrets } from './secrets.js';

/** Errors inside errors, members of one, and errors of an AggregateError. */
const MAX_DEPTH = 8;
const MAX_MEMBERS = 32;
const MAX_ERRORS = 8;

/** A client's content can be in a message, and a stack begins with the message. */
const MAX_TEXT = 16_384;

/** What has its own place in what is printed. */
const TOLD: ReadonlySet<string> = new Set(['name', 'message', 'stack', 'cause', 'errors']);

/** A line that an engine writes of where an error came from. */
const FRAME = /^\s*at /;

/** One error to print, and where. */
interface Place {
  /** What stands before each line. */
  readonly margin: string;
  /** What stands before the first line, behind the margin. */
  readonly label: string;
  /** The errors that it is inside of. */
  readonly above: readonly unknown[];
  readonly secrets: BoundSecrets;
}

/**
 * Writes whatever was thrown as lines behind a margin: its stack, its members, its causes and the
 * errors that it gathers. Lines of a message stand behind a bar: no text can look like a line that
 * is not its own, or move a terminal's cursor. Never throws.
 */
export function printError(
  thrown: unknown,
  margin: string,
  secrets: BoundSecrets,
): readonly string[] {
  return print(thrown, { margin, label: '', above: [], secrets });
}

function print(thrown: unknown, place: Place): readonly string[] {
  const { margin, label, above, secrets } = place;
  const stack = readProperty(thrown, 'stack');
  const message = readProperty(thrown, 'message');
  const isError = typeof stack === 'string' || typeof message === 'string';
  if (!isError) {
    const line = `${margin}${label}${printValue(thrown, secrets)}`;
    return isInstance(thrown) ? [line, ...printMembers(thrown, `${margin}  `, secrets)] : [line];
  }
  if (!secrets.hasRoom()) return [`${margin}${label}…`];
  if (above.includes(thrown)) return [`${margin}${label}[circular]`];
  const { text, frames } = splitStack(thrown, stack, { message: textOf(message), secrets });
  const [first = '', ...further] = text;
  return [
    `${margin}${label}${printLine(first)}`,
    ...further.map((line) => `${margin}| ${printLine(line)}`),
    ...frames.map((line) => `${margin}    ${printLine(line.trim())}`),
    ...printMembers(thrown as object, `${margin}  `, secrets),
    ...printInside(thrown, place),
  ];
}

/**
 * The lines of a stack up to the end of the message, which can have any number of them and look like
 * anything, and those behind it.
 */
function splitStack(
  thrown: unknown,
  stack: unknown,
  { message, secrets }: { readonly message: string; readonly secrets: BoundSecrets },
): { readonly text: readonly string[]; readonly frames: readonly string[] } {
  const linesOf = (text: string): readonly string[] => secrets.strip(text, MAX_TEXT).split(/\r?\n/);
  const head = headOf(thrown);
  if (typeof stack !== 'string') return { text: linesOf(head), frames: [] };
  const begin = stack.indexOf(message);
  // A message that was changed later is not in the stack.
  if (begin < 0) return { text: [...linesOf(head), ...linesOf(stack)], frames: [] };
  // No line of it is looked at in parts: half a secret has no form.
  const end = stack.indexOf('\n', begin + message.length);
  if (end < 0) return { text: linesOf(stack), frames: [] };
  const behind = stack.slice(end + 1);
  if (!behind.split('\n').every((line) => FRAME.test(line))) {
    return { text: linesOf(stack), frames: [] };
  }
  const frames = secrets.stripFrames(behind, MAX_TEXT).split(/\r?\n/);
  return { text: linesOf(stack.slice(0, end)), frames };
}

/** Of an instance that is no error, and no list, the members are told where it has been thrown. */
function isInstance(thrown: unknown): thrown is object {
  try {
    return (
      typeof thrown === 'object' &&
      thrown !== null &&
      !Array.isArray(thrown) &&
      !isPlainObject(thrown)
    );
  } catch {
    return false;
  }
}

function printMembers(error: object, margin: string, secrets: BoundSecrets): readonly string[] {
  const names = namesOf(error).filter((name) => !TOLD.has(name) && !isPrivate(name));
  const lines: string[] = [];
  let at = 0;
  for (; at < Math.min(names.length, MAX_MEMBERS) && secrets.hasRoom(); at += 1) {
    const name = names[at] as string;
    const value = tryRead(error, name);
    if (value !== undefined) lines.push(`${margin}${printMember([name, value], secrets)}`);
  }
  return [...lines, ...more(names.length - at, margin)];
}

function namesOf(error: object): readonly string[] {
  try {
    return Object.keys(error);
  } catch {
    return [];
  }
}

/** What an error was caused by, and what it gathers. */
function printInside(thrown: unknown, { margin, above, secrets }: Place): readonly string[] {
  if (above.length >= MAX_DEPTH) return [];
  const inside = { margin: `${margin}  `, above: [...above, thrown], secrets };
  const cause = readProperty(thrown, 'cause');
  const errors = listOf(readProperty(thrown, 'errors')) ?? [];
  let lines = cause === undefined ? [] : print(cause, { ...inside, label: '[cause]: ' });
  let at = 0;
  for (; at < Math.min(errors.length, MAX_ERRORS) && secrets.hasRoom(); at += 1) {
    const label = `[errors][${at}]: `;
    lines = [...lines, ...print(readProperty(errors, String(at)), { ...inside, label })];
  }
  return [...lines, ...more(errors.length - at, `${inside.margin}[errors]: `)];
}
