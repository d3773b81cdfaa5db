/** What a trace and one of its spans are known by, in lower-case hexadecimal. */
export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * Finds the trace that is under way: that of OpenTelemetry's active span, or else that of the request's
 * `traceparent`.
 */
export function findTrace(headers: { readonly traceparent?: unknown }): TraceIds | undefined {
  return findActiveSpan() ?? parseTraceparent(headers.traceparent);
}

/** Where all copies of `@opentelemetry/api` 1 find each other, and what they call a context's span. */
const API = /* @__PURE__ */ Symbol.for('opentelemetry.js.api.1');
const SPAN = /* @__PURE__ */ Symbol.for('OpenTelemetry Context Key SPAN');

interface OpenTelemetry {
  readonly context?: { active(): { getValue(key: symbol): Span | undefined } };
}

interface Span {
  spanContext(): TraceIds;
}

function findActiveSpan(): TraceIds | undefined {
  const { [API]: api } = globalThis as { readonly [API]?: OpenTelemetry };
  try {
    const ids = api?.context?.active().getValue(SPAN)?.spanContext();
    return ids && parseTraceparent(`00-${ids.traceId}-${ids.spanId}-00`);
  } catch {
    return undefined;
  }
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
function parseTraceparent(value: unknown): TraceIds | undefined {
  if (typeof value !== 'string') return undefined;
  const { version, traceId, spanId, more } = TRACEPARENT.exec(value)?.groups ?? {};
  if (traceId === undefined || spanId === undefined) return undefined;
  return version === '00' && more !== undefined ? undefined : { traceId, spanId };
}
