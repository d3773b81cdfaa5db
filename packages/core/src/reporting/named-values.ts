import { isCertain, isSecretField, kindOf } from './secret-names.js';

/**
 * A name and what stands before its value: in JSON, in JSON within JSON, in what `inspect` prints, in fields, forms
 * and connection strings, percent-encoded too, in a list, and in a command.
 */
const NAMED =
  /(?<![\w-])((?:(?:api|access|account|auth|client|encryption|private|refresh|secret|session|signing) )?[\w-]{1,128})((?:\]|%5D)?(?:\\{0,31}["'`])?[^\S\r\n]{0,4}(?::|={1,3}>?)[^\S\r\n]{0,4}|(?:%5D|%22)?%3[AD](?:%22)?|\\{0,31}["'`],\s{0,8}(?=\\{0,31}["'`])|(?<=(?<![\w-])--[\w-]{1,128}) {1,4}(?=[^\s-]))/gi;

/** What may stand before a quote or a bracket that a value begins with. */
const OPENING =
  /(?:[\w$.]{1,60}(?:\(\d{1,9}\))? (?=[[{])|\[[\w: ]{1,60}\] (?=\{))?(?=\\{0,31}["'`]|[[{])/y;
const BARE = /(?:[^\s;&"'`<>,]|,(?!\\{0,31}["'\s]|[\w-]{1,64}[=:]|$))+/y;
const HARMLESS = /^(?:null|undefined|true|false|yes|no)$/i;

/** Values that have the rest of their line. */
const WHOLE_LINE = /authori[sz]ation|cookie|user.?agent|passphrase/i;

/** An element of markup, with or without a prefix and attributes. */
const ELEMENT = /<(?:[\w-]{1,64}:)?([\w-]{1,64})(?:\s[^<>]{0,512})?>/g;

/** Replaces the values of names that are never told. */
export function redactNamed(given: string): string {
  const text = replaceBehind(given, ELEMENT, (start, [, name = '']) =>
    kindOf(name) === 'credential'
      ? findEnd(given, start, given.includes('</', start) ? /<\//g : /$/gm)
      : undefined,
  );
  return replaceBehind(text, NAMED, (start, [, name = '', sign = ''], index) => {
    const kind = kindOf(name);
    if (kind === 'harmless') return undefined;
    if (sign.includes(',')) {
      const end = isSecretField(name, 1) ? findClosing(text, start) : start;
      // What has a value of its own is a name.
      return end === start || /^\s{0,4}:/.test(text.slice(end, end + 5)) ? undefined : end;
    }
    OPENING.lastIndex = start;
    if (OPENING.test(text)) return findClosing(text, OPENING.lastIndex);
    if (WHOLE_LINE.test(name)) return findEnd(text, start, /[\r\n]|\\[rn]|$/g);
    if (kind === 'content') return undefined;
    if (text[index - 1] === ';' && sign.includes('=')) return findEnd(text, start, /[;\r\n"']|$/g);
    return findBare(text, start, /[="'`%]|^ /.test(sign) || isCertain(name));
  });
}

function findBare(text: string, start: number, certain: boolean | 'unsure'): number | undefined {
  BARE.lastIndex = start;
  const value = BARE.exec(text)?.[0].replace(/[)\]}.:]{1,8}$/, '') ?? '';
  const is = certain === 'unsure' ? /^\d{4,8}$|^(?=.*\d).{8}/.test(value) : certain;
  return is && value !== '' && !HARMLESS.test(value) ? start + value.length : undefined;
}

function findEnd(text: string, start: number, end: RegExp): number {
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** Where the quote or the bracket is closed that stands there. */
function findClosing(text: string, start: number): number {
  const limit = endOfText(text, start);
  const parts = /\\{0,31}["'`]|[[\]{}]/g;
  parts.lastIndex = start;
  for (let depth = 0; ; ) {
    const part = parts.exec(text)?.[0];
    if (part === undefined || parts.lastIndex > limit) return limit;
    if ('[{'.includes(part)) depth += 1;
    else if (']}'.includes(part)) depth -= 1;
    else parts.lastIndex = findQuote(text, parts.lastIndex, part);
    if (depth <= 0) return Math.min(parts.lastIndex, limit);
  }
}

/** Where a quote is closed: in JSON within JSON it has backslashes before it, and one in a text more of them. */
function findQuote(text: string, start: number, opening: string): number {
  const quote = opening.at(-1) ?? '';
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    let first = at;
    while (first > start && text[first - 1] === '\\') first -= 1;
    // SQL has a quote twice.
    if (text[at + 1] === quote && at > start) at += 1;
    else if ((at - first) % (2 * opening.length) === opening.length - 1) return at + 1;
  }
  return text.length;
}

/** Where the lines begin that an engine writes behind a message. */
export function endOfText(text: string, start: number): number {
  const frames = text.indexOf('\n    at ', start);
  return frames < 0 ? text.length : frames;
}

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/** Replaces what stands behind each match, up to where `find` says; what has no end stays. */
export function replaceBehind(
  text: string,
  pattern: RegExp,
  find: (start: number, match: RegExpMatchArray, index: number) => number | undefined,
): string {
  let done = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index < at) continue;
    const start = match.index + match[0].length;
    const end = find(start, match, match.index);
    if (end === undefined) continue;
    done += text.slice(at, start) + REDACTED;
    at = end;
  }
  return done + text.slice(at);
}
