import { type Report, readProperty } from '@faultless/core/adapter';
import { nameOf } from './name-of.js';

const MAX_CAUSES = 3;
const MAX_FRAMES = 3;
const MAX_TEXT = 200;
const MAX_STACK = 8192;

/**
 * A print of what went wrong, 14 hexadecimal digits: of the kinds and codes of the error and its causes, and
 * the functions of the application that it came through; of an error that no mapper knows, of its message
 * without values too. What a mapper knows is told by its code, and may quote what a client has sent.
 */
export function findFingerprint({ error, causes, status, code, route, mapper }: Report): string {
  const kinds = [error, ...causes.slice(0, MAX_CAUSES)].map(
    (each) => `${nameOf(each)} ${codeOf(each)}`,
  );
  const message = textOf(readProperty(error, 'message')) || textOf(error);
  const words = mapper === undefined ? withoutValues(message) : '';
  const frames = findFrames(textOf(readProperty(error, 'stack')), message);
  return hash([status, code, route, ...kinds, words, ...frames].join('\n'));
}

function codeOf(error: unknown): string {
  const code = readProperty(error, 'code');
  return typeof code === 'number' ? String(code) : textOf(code).slice(0, MAX_TEXT);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What is quoted or in brackets, to the end where nothing closes it, and words. */
const PARTS = /"[^"]*"?|(?<![a-z])'[^']*'?|`[^`]*`?|\([^)]*\)?|[^\s"'`(]+/gi;

/** Of words, those with a digit, a slash or an at sign. */
const VALUE = /^["'`(]|[\d/@]/;

function withoutValues(message: string): string {
  const [line = ''] = message.slice(0, MAX_TEXT).split('\n');
  return line.replace(PARTS, (part) => (VALUE.test(part) ? '?' : part));
}

const FRAME = /^\s+at (?:async )?(.*)$/;
const FOREIGN = /node:|node_modules/;

/**
 * The nearest functions of the application, or of anybody, and their files; a place in a file changes. They
 * stand behind the message, which may look like some.
 */
function findFrames(stack: string, message: string): readonly string[] {
  const at = stack.indexOf(message);
  const begin = at < 0 ? 0 : at + message.length;
  const lines = stack.slice(begin, begin + MAX_STACK).split('\n');
  const frames = lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []);
  const own = frames.filter((frame) => !FOREIGN.test(frame));
  return (own.length > 0 ? own : frames)
    .slice(0, MAX_FRAMES)
    .map((frame) => withoutFolders(frame.replace(/:\d+(?::\d+)?(?=\)?$)/, '')));
}

function withoutFolders(frame: string): string {
  const slash = Math.max(frame.lastIndexOf('/'), frame.lastIndexOf('\\'));
  const file = frame.lastIndexOf(' ', slash) + 1;
  return slash < 0 ? frame : frame.slice(0, file) + frame.slice(slash + 1);
}

/** cyrb53: 53 bits of a text. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
