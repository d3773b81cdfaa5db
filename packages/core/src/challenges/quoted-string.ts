import { decodeUtf8, encodeUtf8 } from './utf8-octets.js';

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
