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

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Writes text as UTF-8 octets, each as the character of that code, the way header fields hold them. */
function encodeUtf8(text: string): string {
  return Array.from(encoder.encode(text), (octet) => String.fromCharCode(octet)).join('');
}

/** Reads octets back into text; what is no UTF-8 is Latin-1 and stays as it is. */
function decodeUtf8(octets: string): string {
  if (!/[\u0080-\u00ff]/.test(octets) || /[\u0100-\uffff]/.test(octets)) return octets;
  try {
    return decoder.decode(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  } catch {
    return octets;
  }
}
