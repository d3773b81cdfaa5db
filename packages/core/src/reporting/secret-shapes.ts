/** What a text in lower case has wherever a form is in it: most texts have none, and to look for it is cheap. */
type Hint = (text: string) => boolean;

const all =
  (...parts: readonly string[]): Hint =>
  (text) =>
    parts.every((part) => text.includes(part));
const any =
  (...parts: readonly string[]): Hint =>
  (text) =>
    parts.some((part) => text.includes(part));

/** A form that secrets have in a text, and what stands there instead. */
type Shape = readonly [hint: Hint, pattern: RegExp, replacement: string];

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/**
 * The longer and more certain first. A text may be in JSON within JSON: quotes and line breaks behind backslashes.
 */
const SHAPES: readonly Shape[] = [
  [
    all('-----begin ', 'key-----'),
    /-----BEGIN [A-Z ]{0,40}KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
    REDACTED,
  ],
  // JSON Web Tokens, signed or encrypted, whole or cut off.
  [all('eyj'), /(?:\b|(?<=\\[nrt]))eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, REDACTED],
  // Tokens that say whose they are.
  [
    any(
      'k_live_',
      'k_test_',
      'sk-',
      'ghp_',
      'gho_',
      'ghu_',
      'ghs_',
      'ghr_',
      'github_pat_',
      'glpat-',
      'xox',
      'npm_',
      'akia',
      'asia',
      'aiza',
      'sg.',
    ),
    /\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bsk-[\w-]{16,}|\bgh[pousr]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{16,}|\bxox[a-z]-[\w-]{8,}|\bnpm_\w{16,}|\b(?:AKIA|ASIA)[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
    REDACTED,
  ],
  // Fields of a header section.
  [
    any('authorization', 'cookie', 'x-api-key', 'x-auth-token', 'user-agent'),
    /(?:\b|(?<=\\[nrt]))((?:proxy-)?authorization|(?:set-)?cookie2?|x-api-key|x-auth-token|user-agent)(\\{0,3}["']?\s{0,4}[:=]\s{0,4})(?:\{[^{}]*\}?|\[[^[\]]*\]?|\\{0,3}"[^"\r\n]*"?|'[^'\r\n]*'?|[^\r\n]*)/gi,
    `$1$2${REDACTED}`,
  ],
  // Credentials with their scheme (RFC 9110 §11.4).
  [
    any('bearer ', 'basic ', 'dpop ', 'negotiate ', 'token ', 'apikey '),
    /(?:\b|(?<=\\[nrt]))(Bearer|Basic|DPoP|Negotiate|Token|ApiKey) +(?!(?:auth|bearer|basic|dpop|negotiate|apikey|cred|error|realm|scheme|token|challenge|in |is |was |of |for |has |not ))[\w.~+/=-]{6,}/gi,
    `$1 ${REDACTED}`,
  ],
  // Userinfo, a password that should have been encoded too, and queries (RFC 3986 §3.2.1, §3.4).
  [all('://', '@'), /(\b[a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>]*@/gi, `$1${REDACTED}@`],
  [
    all('://', '?'),
    /(\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s?#"'<>]{0,200})\?[^\s"'<>)]+/gi,
    `$1?${REDACTED}`,
  ],
  [all('/', '?', '='), /(\/[^\s?"'<>()]{0,200})\?[\w%.[\]-]{1,100}=[^\s"'<>)]*/g, `$1?${REDACTED}`],
  // Names with values: of connection strings, forms, JSON and objects that were printed.
  [
    any('passw', 'passphrase', 'pwd', 'secret', 'key', 'string'),
    /(?:\b|(?<=\\[nrt]))(\w{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|api[-_]?key|access[-_]?key|private[-_]?key|connection[-_]?string)\w{0,20})(\\{0,3}["'`]?\s{0,4}[:=]\s{0,4})(?:\{[^{}]*\}?|\[[^[\]]*\]?|\\{0,3}"[^"]*"?|'[^']*'?|`[^`]*`?|[^\s,;&)}\]]+)/gi,
    `$1$2${REDACTED}`,
  ],
  [
    any('token', 'session', 'sid', 'signature', 'otp'),
    /(?:\b|(?<=\\[nrt]))(\w{0,40}(?:token|session[-_]?id|sid|signature|otp))(["'`]?\s{0,4}=\s{0,4}|\\{0,3}["'`]\s{0,4}:\s{0,4})(?:\{[^{}]*\}?|\[[^[\]]*\]?|\\{0,3}"[^"]*"?|'[^']*'?|`[^`]*`?|[^\s,;&)}\]]+)/gi,
    `$1$2${REDACTED}`,
  ],
  // What databases say of the values that they refused.
  [all('key ('), /(\bKey \([^)]{1,500}\)=)\([\s\S]*?\)(?= |$)/g, `$1(${REDACTED})`],
  [
    any('failing row contains (', 'value is ('),
    /(\b(?:Failing row contains|duplicate key value is) )\([\s\S]*\)/g,
    `$1(${REDACTED})`,
  ],
  [all('duplicate entry'), /(\bDuplicate entry )'[\s\S]*?'(?= for key)/g, `$1'${REDACTED}'`],
  [all('dup key'), /(\bdup key: )\{[\s\S]*?\}/g, `$1{ ${REDACTED} }`],
  [all('invalid '), /(\binvalid (?:input|byte|value)[^:"]{0,100}: )"[^"]*"?/gi, `$1"${REDACTED}"`],
  [all('ncorrect '), /(\b[Ii]ncorrect [\w ]{0,40}value: )'[^']*'?/g, `$1'${REDACTED}'`],
  [all('params: '), /^(params: ).*$/gm, `$1${REDACTED}`],
  [
    all('@', '.'),
    /\b[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,8}\.[a-z]{2,24}\b/gi,
    '[email]',
  ],
];

/** SQL has what it is about between quotes. */
const STATEMENT =
  /\b(?:select\b[\s\S]{1,2000}\bfrom|insert\s+into|update\s+\S{1,200}\s+set|delete\s+from|merge\s+into|values\s*\()/i;
const LITERAL = /'(?:[^']|'')*'?/g;

/** Replaces in a text what has the form of a secret, and the literals of a statement. */
export function redactShapes(text: string): string {
  if (text.length < MIN_LENGTH) return text;
  let rest = text;
  const hints = text.toLowerCase();
  for (const [hint, pattern, replacement] of SHAPES) {
    if (hint(hints)) rest = rest.replace(pattern, replacement);
  }
  return STATEMENT.test(rest) ? rest.replace(LITERAL, `'${REDACTED}'`) : rest;
}

/** The shortest address of mail. */
const MIN_LENGTH = 6;
