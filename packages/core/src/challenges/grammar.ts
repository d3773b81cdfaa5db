import { describeValue } from '../values/describe-value.js';
import { ownMembers } from '../values/own-members.js';
import { TOKEN as TOKEN_PATTERN } from '../values/token.js';
import { wrongValue } from '../values/wrong-value.js';
import type { Challenge } from './challenge.js';

/** What a parameter may hold, and how a message calls that. */
export interface Grammar {
  readonly pattern: RegExp;
  readonly allowed: string;
}

/** A token (RFC 9110 §5.6.2) */
export const TOKEN: Grammar = { pattern: TOKEN_PATTERN, allowed: 'a token' };

/** token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"=" (RFC 9110 §11.2) */
export const TOKEN68: Grammar = { pattern: /^[A-Za-z0-9\-._~+/]+=*$/, allowed: 'a token68' };

/** scope = scope-token *( SP scope-token ); scope-token = 1*( %x21 / %x23-5B / %x5D-7E ) (RFC 6749 §3.3) */
export const SCOPE: Grammar = {
  pattern: /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/,
  allowed: 'scope tokens with one space between them, without quotes or backslashes',
};

/** error = 1*( %x20-21 / %x23-5B / %x5D-7E ) (RFC 6750 §3) */
export const ERROR_TEXT: Grammar = {
  pattern: /^[ !#-[\]-~]+$/,
  allowed: 'printable ASCII without quotes or backslashes',
};

/** error-description: the same, and it may be empty (RFC 6750 §3) */
const ERROR_DESCRIPTION: Grammar = { ...ERROR_TEXT, pattern: /^[ !#-[\]-~]*$/ };

/** URI-reference: %x21 / %x23-5B / %x5D-7E here (RFC 6750 §3) */
export const URI: Grammar = {
  pattern: /^[!#-[\]-~]+$/,
  allowed: 'a URI in printable ASCII, without quotes or backslashes',
};

/** A token that is neither `none` nor symmetric (RFC 9449 §4.3, §7.1). */
export const JWS_ALGORITHM: Grammar = {
  pattern: /^(?!(?:none|HS\d+)$)[!#-[\]-~]+$/i,
  allowed: 'asymmetric JWS algorithms',
};

/** Base64 and the like, as servers make nonces: printable ASCII without quotes or backslashes. */
export const NONCE: Grammar = {
  pattern: /^[!#-[\]-~]+$/,
  allowed: 'printable ASCII without spaces, quotes or backslashes',
};

/** Refuses a value that the parameter's grammar forbids. @throws {TypeError} naming the parameter */
export function checkGrammar(name: string, value: unknown, { pattern, allowed }: Grammar): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw wrongValue(name, allowed, value);
}

/** Refuses what is none of the values that a parameter may have. @throws {TypeError} naming the parameter */
export function checkOneOf(name: string, value: unknown, allowed: readonly string[]): string {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw wrongValue(name, `one of ${allowed.join(', ')}`, value);
}

/** Refuses what has no parameters to look at. @throws {TypeError} naming the builder */
export function checkParams<Params extends object>(builder: string, params: Params): Params {
  if (typeof params === 'object' && (params as Params | null) !== null) {
    return ownMembers(params);
  }
  throw new TypeError(`${builder} takes an object of parameters, not ${describeValue(params)}`);
}

/** Refuses what is no text, for parameters that may hold any text. @throws {TypeError} naming the parameter */
export function checkText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw wrongValue(name, 'a string', value);
}

/** What a scheme asks of its challenges beyond the grammar that all share. */
export interface SchemeRule {
  /** Parameters that must be there. */
  readonly required: readonly string[];
  /** It has parameters, one at least, and no token68. */
  readonly needsParams: boolean;
  /** Parameters that are never quoted, so that they are tokens; all others are quoted. */
  readonly bare: ReadonlySet<string>;
  /** What a value may hold, where the scheme allows less than a quoted-string does. */
  readonly grammars: Readonly<Record<string, Grammar>>;
}

/** Escaping doesn't help where the scheme forbids quotes and backslashes themselves (RFC 6750 §3). */
const OAUTH_GRAMMARS: SchemeRule['grammars'] = {
  error: ERROR_TEXT,
  error_description: ERROR_DESCRIPTION,
  error_uri: URI,
  scope: SCOPE,
  resource_metadata: URI,
};

const NONE: SchemeRule = { required: [], needsParams: false, bare: new Set(), grammars: {} };

const SCHEME_RULES: ReadonlyMap<string, SchemeRule> = new Map([
  /** RFC 7617 §2 */
  ['basic', { ...NONE, required: ['realm'] }],
  /** RFC 6750 §3 */
  ['bearer', { ...NONE, needsParams: true, grammars: OAUTH_GRAMMARS }],
  /** RFC 7616 §3.3; its example has the charset without quotes (§3.9.2) */
  [
    'digest',
    {
      ...NONE,
      required: ['realm', 'nonce'],
      bare: new Set(['stale', 'algorithm', 'charset', 'userhash']),
    },
  ],
  /** RFC 9449 §7.1 */
  ['dpop', { ...NONE, needsParams: true, grammars: { ...OAUTH_GRAMMARS, algs: SCOPE } }],
]);

/** Whether a challenge is one of a scheme, whatever the case of its name (RFC 9110 §11.1). */
export function isScheme({ scheme }: Challenge, name: 'bearer' | 'dpop'): boolean {
  return scheme.toLowerCase() === name;
}

/** Finds what a scheme asks for, whatever its case. */
export function findSchemeRule(scheme: string): SchemeRule {
  return SCHEME_RULES.get(scheme.toLowerCase()) ?? NONE;
}

/**
 * Writes text as a quoted-string that no value can end early. Controls become a space; what is not
 * ASCII goes out as UTF-8 octets, which the grammar knows as obs-text.
 *
 *     quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
 *     quoted-pair   = "\" ( HTAB / SP / VCHAR / obs-text )
 *
 * @see RFC 9110 §5.6.4
 */
export function buildQuotedString(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  return `"${encodeUtf8(text.replace(CONTROLS, ' ')).replace(/["\\]/g, '\\$&')}"`;
}

/** Reads what stands between the quotes: undoes quoted-pairs, and decodes octets that are UTF-8. */
export function parseQuotedText(text: string): string {
  return decodeUtf8(text.includes('\\') ? text.replace(/\\(.)/gs, '$1') : text);
}

/** CTL (RFC 5234 §B.1), written as all the rest. */
const CONTROLS = /[^ -~\u0080-\u{10ffff}]/gu;

/** Writes text as UTF-8 octets, each as the character of that code, the way header fields hold them. */
function encodeUtf8(text: string): string {
  return Array.from(new TextEncoder().encode(text), (octet) => String.fromCharCode(octet)).join('');
}

/** Reads octets back into text; what is no UTF-8 is Latin-1 and stays as it is. */
function decodeUtf8(octets: string): string {
  if (!/[\u0080-\u00ff]/.test(octets) || /[\u0100-\uffff]/.test(octets)) return octets;
  try {
    const bytes = Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return octets;
  }
}
