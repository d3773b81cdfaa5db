const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Writes text as UTF-8 octets, each as the character of that code, the way header fields hold them. */
export function encodeUtf8(text: string): string {
  return Array.from(encoder.encode(text), (octet) => String.fromCharCode(octet)).join('');
}

/** Reads octets back into text; what is no UTF-8 is Latin-1 and stays as it is. */
export function decodeUtf8(octets: string): string {
  if (!/[\u0080-\u00ff]/.test(octets) || /[\u0100-\uffff]/.test(octets)) return octets;
  try {
    return decoder.decode(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  } catch {
    return octets;
  }
}
