/** The characters of a URI reference, beside letters, digits and `_` (RFC 3986 §2). */
const MARKS = "\\-.~:/?#[\\]@!$&'()*+,;=%";

const URI_REFERENCE = new RegExp(`^[\\w${MARKS}]+$`);
const FORBIDDEN = new RegExp(`[^\\w${MARKS}]+`, 'gu');

/** Halves of characters, which have no octets that could be encoded. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** True for text that holds nothing but what a URI reference may hold. */
export function isUriReference(value: unknown): boolean {
  return typeof value === 'string' && URI_REFERENCE.test(value);
}

/** Percent-encodes what a URI reference may not hold; what is encoded already stays as it is. */
export function encodeUriReference(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(FORBIDDEN, encodeURIComponent);
}
