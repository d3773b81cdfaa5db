import { describeRepetition } from './headline.js';
import type { ReportRecord } from './record.js';
import type { Sink } from './sink.js';

type Attributes = Record<string, string | number | boolean>;

/** What is needed of `@opentelemetry/api`. */
export interface OpenTelemetryApi<Context, Key> {
  readonly context: { active(): Context };
  readonly trace: { getSpan(context: Context): Span | undefined };
  readonly metrics: { getMeter(name: string): Meter };
  createContextKey(description: string): Key;
}

interface Span {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
}

interface Meter {
  createCounter(
    name: string,
    options: { description: string; unit: string },
  ): { add(value: number, attributes: Attributes): void };
}

/** What is needed of a logger of `@opentelemetry/api-logs`. */
export interface OpenTelemetryLogger<Context> {
  emit(record: {
    eventName: string;
    severityNumber: number;
    severityText: string;
    body: string;
    attributes: Attributes;
    context: Context;
  }): void;
}

export interface OpenTelemetrySinkOptions<Context> {
  /**
   * Where exceptions are logged: `logs.getLogger('my-service')` of `@opentelemetry/api-logs`.
   * @default none
   */
  readonly logger?: OpenTelemetryLogger<Context> | undefined;
}

/** `SpanStatusCode.ERROR`. */
const ERROR = 2;

/** `SeverityNumber.ERROR` and `SeverityNumber.WARN`. */
const SEVERITY = { error: 17, warn: 13 };

/**
 * Tells OpenTelemetry of each error, by its semantic conventions: the span of the request fails, with
 * `error.type`, only where the server is at fault; the exception is a log record where there is a logger,
 * and never an event of a span; the counter `faultless.reports` counts all.
 *
 * @param api all of `@opentelemetry/api` 1
 * @see https://opentelemetry.io/docs/specs/semconv/general/recording-errors/
 */
export function openTelemetrySink<Context extends { getValue(key: Key): unknown }, Key>(
  api: OpenTelemetryApi<Context, Key>,
  { logger }: OpenTelemetrySinkOptions<Context> = {},
): Sink {
  const counter = api.metrics.getMeter('@faultless/report').createCounter('faultless.reports', {
    description: 'Errors that were answered, or could not be',
    unit: '{error}',
  });
  // Where instrumentation-http leaves the span of the request for those of frameworks, which have their own.
  const key = api.createContextKey('OpenTelemetry SDK Context Key RPC_METADATA');
  return (record) => {
    const { level, code, status, route, expected, repeated } = record;
    const context = api.context.active();
    const type = code ?? record.error.type;
    counter.add(repeated?.count ?? 1, {
      'http.response.status_code': status,
      'error.type': type,
      'faultless.expected': expected,
      ...(route !== undefined && { 'http.route': route }),
    });
    // A summary belongs to no request.
    if (level === 'error' && repeated === undefined) {
      const rpc = context.getValue(key) as { readonly span?: Span } | undefined;
      failSpan(rpc?.span ?? api.trace.getSpan(context), record, type);
    }
    if (level !== 'info') logger?.emit({ ...describe(record, type, SEVERITY[level]), context });
  };
}

function failSpan(span: Span | undefined, { sentStatus, error }: ReportRecord, type: string): void {
  span?.setAttributes({
    'error.type': type,
    ...(sentStatus !== undefined && { 'http.response.status_code': sentStatus }),
  });
  span?.setStatus({ code: ERROR, message: error.message });
}

function describe(
  record: ReportRecord,
  type: string,
  severityNumber: number,
): Omit<Parameters<OpenTelemetryLogger<unknown>['emit']>[0], 'context'> {
  const { level, error, method, path, route, sentStatus, instance, requestId, repeated } = record;
  return {
    eventName: 'http.server.request.exception',
    severityNumber,
    severityText: level.toUpperCase(),
    body: repeated ? `${error.message} ${describeRepetition(repeated)}` : error.message,
    attributes: present({
      'exception.type': error.type,
      'exception.message': error.message,
      'exception.stacktrace': stackOf(error),
      'error.type': type,
      'http.request.method': method,
      'http.response.status_code': sentStatus,
      'http.route': route,
      'url.path': path,
      'faultless.outcome': record.outcome,
      'faultless.fingerprint': record.fingerprint,
      'faultless.instance': instance,
      'faultless.request_id': requestId,
      'faultless.repeated': repeated?.count,
    }),
  };
}

function stackOf({ stack, cause, errors = [] }: ReportRecord['error']): string | undefined {
  const inside = [
    ...(cause === undefined ? [] : [['cause', cause] as const]),
    ...errors.map((error, at) => [`errors][${at}`, error] as const),
  ];
  if (inside.length === 0) return stack;
  const lines = inside.map(
    ([label, error]) => `  [${label}]: ${stackOf(error) ?? `${error.type}: ${error.message}`}`,
  );
  return [stack ?? '', ...lines].join('\n');
}

function present(attributes: Record<string, string | number | undefined>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter((each): each is [string, string | number] => {
      return each[1] !== undefined && each[1] !== '';
    }),
  );
}
