const encoder = new TextEncoder();

/** What must be known of a text to send it. */
export interface Measure {
  /** In UTF-8, in bytes, as Content-Length says it. */
  readonly length: string;
  /** Whether it is the same in every encoding. */
  readonly ascii: boolean;
}

export function measureText(text: string): Measure {
  const ascii = !/[\u0080-\uffff]/.test(text);
  return { length: String(ascii ? text.length : encoder.encode(text).length), ascii };
}
