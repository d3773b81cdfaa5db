/** An OpenAPI document as data, read from JSON or YAML. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** The dialects of JSON Schema: OpenAPI 3.0 has one of its own. */
export type OpenApiDialect = '3.0' | '3.1';

/** One change of a document: the value at a path, or that nothing is there. */
export interface Edit {
  readonly path: readonly string[];
  /** Plain data; undefined where what was there goes. */
  readonly value: unknown;
}

/** What marks as ours what stands in a document. */
export const MARK = 'x-generated-by';
export const MARKED = 'faultless';

/**
 * The dialect of a document.
 *
 * @throws {TypeError} where it is none of OpenAPI 3
 */
export function dialectOf({ openapi }: OpenApiDocument): OpenApiDialect {
  if (typeof openapi === 'string' && /^3\.[012]\./.test(openapi)) {
    return openapi.startsWith('3.0.') ? '3.0' : '3.1';
  }
  const got = typeof openapi === 'string' ? openapi : typeof openapi;
  throw new TypeError(`addProblems: openapi must be a version 3.0, 3.1 or 3.2, not ${got}`);
}
