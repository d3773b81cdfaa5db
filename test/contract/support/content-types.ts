/** The media types that are offered by default, and the Content-Type of each. */
export const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['application/problem+json', 'application/problem+json'],
  ['application/json', 'application/json'],
  ['text/html', 'text/html; charset=utf-8'],
  ['text/plain', 'text/plain; charset=utf-8'],
  ['application/problem+xml', 'application/problem+xml; charset=utf-8'],
  ['text/markdown', 'text/markdown; charset=utf-8'],
]);

/** Every format on offer by default. */
export const FORMATS: readonly string[] = [...CONTENT_TYPES.keys()];
