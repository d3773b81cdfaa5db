import { beginningOf, cutText } from './cut-text.js';
import { REDACTED, redactNamed } from './named-values.js';
import { redactQuoted } from './quoted-values.js';

/** What a text in lower case has one of wherever a form is in it: most texts have none, and to look for it is cheap. */
type Hints = readonly string[];

/** A form that secrets have in a text, and what stands there instead. */
type Shape = readonly [hints: Hints, pattern: RegExp, replacement: string];

/**
 * The longer and more certain first. A text may be in JSON within JSON: quotes and line breaks behind backslashes.
 */
const SHAPES: readonly Shape[] = [
  [
    ['-----begin '],
    /-----BEGIN [A-Z ]{0,40}KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
    REDACTED,
  ],
  // JSON Web Tokens, signed or encrypted, whole or cut off.
  [['eyj'], /(?:\b|(?<=\\[nrt]))eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, REDACTED],
  // Tokens that say whose they are.
  [
    [
      '_',
      'sk-',
      'glpat-',
      'xox',
      'xapp-',
      'akia',
      'asia',
      'aiza',
      'sg.',
      'hvs.',
      'ya29.',
      '.local.',
      'hooks.slack',
      ':aa',
    ],
    /(?:\b|(?<=\\[nrt]))(?:[spr]k_(?:live|test)_\w{8,}|(?:whsec|gh[pousr]|npm|hf|shp(?:at|ca|pa|ss)|dop_v1|lin_api)_[A-Za-z\d]{16,}|(?:github_pat|dckr_pat|sntry[su])_[\w-]{16,}|(?:sk|glpat|pypi)-[\w-]{16,}|(?:xox[a-z]|xapp)-[\w-]{8,}|A[KS]IA[A-Z\d]{16}\b|AIza[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|(?:hvs|ya29|v\d\.local)\.[\w-]{16,}|hooks\.slack\.com\/services\/[\w/]{16,}|\d{8,10}:AA[\w-]{33})/g,
    REDACTED,
  ],
  // Credentials with their scheme (RFC 9110 §11.4), and no prose.
  [
    ['bearer ', 'dpop '],
    /(?:\b|(?<=\\[nrt]))(Bearer|DPoP) {1,4}(?!(?:auth|bearer|basic|dpop|negotiate|apikey|cred|error|realm|scheme|token|challenge|expired|invalid|missing|required|in |is |was |of |for |has |not ))[\w.~+/=-]{6,}/gi,
    `$1 ${REDACTED}`,
  ],
  [
    ['basic ', 'negotiate ', 'token ', 'apikey '],
    /(?:\b|(?<=\\[nrt]))([Bb]asic|BASIC|[Nn]egotiate|[Tt]oken|TOKEN|[Aa]pi[Kk]ey) {1,4}(?=[A-Za-z.~+/_=-]{0,99}\d|\w{1,99}=|[A-Za-z][a-z]{0,99}[A-Z])[\w.~+/=-]{6,}/g,
    `$1 ${REDACTED}`,
  ],
];

/** Where things are (RFC 3986 §3): userinfo, whatever its password is made of, and queries. */
const PLACES: readonly Shape[] = [
  // A number before a slash is a port, and an at sign behind it is of the path.
  [
    ['://'],
    /(\b[a-z][a-z\d+.-]{0,20}:\/\/)(?<!\b(?:http|ws)s?:\/\/(?=[^\s/?#:@"'<>]{0,256}:\d{1,5}[/?#]))[^\s/?#:@"'<>]{0,256}:[^\s"'<>]{1,512}@/gi,
    `$1${REDACTED}@`,
  ],
  [['://'], /(\b[a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>]*@/gi, `$1${REDACTED}@`],
  [['?'], /(\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s?#"'<>]{0,2000})\?[^\s"'<>)]+/gi, `$1?${REDACTED}`],
  [['?'], /(?<=[^\s"'<>()])\?[\w%.[\]-]{1,100}=[^\s"'<>)]*/g, `?${REDACTED}`],
  [['@'], /\b[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,8}\.[a-z]{2,24}\b/gi, '[email]'],
];

/** SQL has what it is about between quotes. */
const STATEMENT =
  /\b(?:select\b[\s\S]{1,2000}\bfrom|(?:insert|replace|merge)\s+into|update\s+\S{1,200}\s+set|delete\s+from|values\s*\(|(?:alter|create)\s+(?:user|role|login))/i;
const LITERAL =
  /'(?:[^']|'')*'?|(?<=(?:=|\bvalues\s?\([^")]{0,99})\s?)\\{0,7}"(?:[^"]|"")*"(?:,\s?\\{0,7}"(?:[^"]|"")*")*(?!\s?\.)/gi;

/** A text of that length at most, without what has the form of a secret. */
export function redactText(text: string, length: number): string {
  const part = beginningOf(text, length);
  return cutText(redactShapes(part), length, text.length - part.length);
}

export function redactShapes(text: string): string {
  if (text.length < MIN_LENGTH) return text;
  const hints = text.toLowerCase();
  const quoted = redactQuoted(replaceAll(text, SHAPES, hints), hints);
  return redactStatement(replaceAll(redactNamed(quoted), PLACES, hints));
}

function replaceAll(text: string, shapes: readonly Shape[], hints: string): string {
  let rest = text;
  for (const [needed, pattern, replacement] of shapes) {
    if (needed.some((hint) => hints.includes(hint))) rest = rest.replace(pattern, replacement);
  }
  return rest;
}

/** Replaces the literals of a statement; where one may have a backslash before a quote, all between them. */
function redactStatement(text: string): string {
  const at = text.search(STATEMENT);
  if (at < 0) return text;
  const statement = text.slice(at);
  const literal = statement.includes("\\'") ? /'[\s\S]*'/ : LITERAL;
  return text.slice(0, at) + statement.replace(literal, `'${REDACTED}'`);
}

/** The shortest address of mail. */
const MIN_LENGTH = 6;
