/** What a trace is known by, in lower-case hexadecimal. */
export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * `version-format` of version 00; what a later version has behind it is left alone, version ff is forbidden.
 *
 *     version "-" trace-id "-" parent-id "-" trace-flags
 */
const TRACEPARENT =
  /^(?!ff)(?<version>[\da-f]{2})-(?!0{32})(?<traceId>[\da-f]{32})-(?!0{16})(?<spanId>[\da-f]{16})-[\da-f]{2}(?<more>-.*)?$/s;

/**
 * Reads a `traceparent` field.
 *
 * @see https://www.w3.org/TR/trace-context/#traceparent-header-field-values §3.2.2
 */
export function parseTraceparent(value: unknown): TraceIds | undefined {
  if (typeof value !== 'string') return undefined;
  const { version, traceId, spanId, more } = TRACEPARENT.exec(value)?.groups ?? {};
  if (traceId === undefined || spanId === undefined) return undefined;
  return version === '00' && more !== undefined ? undefined : { traceId, spanId };
}
