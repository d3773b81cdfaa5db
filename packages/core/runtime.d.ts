// All that core takes from its runtime: what every JavaScript server has.
declare const console: Record<'error' | 'warn', (...values: unknown[]) => void>;
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(octets: Uint8Array): string;
}
declare class Headers {
  entries(): IterableIterator<[name: string, value: string]>;
}
declare class URL {
  static canParse(url: string): boolean;
  constructor(url: string);
  readonly protocol: string;
}
declare class URLSearchParams {
  constructor(query: string);
  has(name: string): boolean;
}
interface ErrorConstructor {
  /** V8's; other engines leave it out. */
  stackTraceLimit?: number;
}
