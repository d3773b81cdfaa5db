import { describeValue } from '../values/describe-value.js';

/** What a parameter may hold, and how a message calls that. */
export interface Grammar {
  readonly pattern: RegExp;
  readonly allowed: string;
}

/** token = 1*tchar (RFC 9110 §5.6.2) */
export const TOKEN: Grammar = { pattern: /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, allowed: 'a token' };

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
export const ERROR_DESCRIPTION: Grammar = { ...ERROR_TEXT, pattern: /^[ !#-[\]-~]*$/ };

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
  throw new TypeError(`${name} must be ${allowed}, not ${describeValue(value)}`);
}
