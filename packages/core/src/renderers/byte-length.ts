const encoder = new TextEncoder();

/** The length of a text in UTF-8, in bytes, as Content-Length counts it. */
export function byteLength(text: string): number {
  return !/[\u0080-\uffff]/.test(text) ? text.length : encoder.encode(text).length;
}
