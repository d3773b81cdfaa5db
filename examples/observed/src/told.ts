import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import * as Sentry from '@sentry/node';
import { flushStorms, lines } from './reporting.js';
import { events, logRecords, points, reader, spans } from './telemetry.js';

/** What each tool has been told, in short. */
export interface Told {
  /** The level and the message of each line of the log, and whether a stack is in it. */
  readonly lines: readonly string[];
  /** The status codes of each server span, and its `error.type`. */
  readonly spans: readonly string[];
  /** The severity and the text of each log record of OpenTelemetry. */
  readonly logRecords: readonly string[];
  /** The kind of error of each event of Sentry, and the true status. */
  readonly events: readonly string[];
  /** What `faultless.reports` has counted. */
  readonly counted: readonly string[];
  /** The status and the `error.type` of what `http.server.request.duration` has measured. */
  readonly durations: readonly string[];
}

/** What has been told since the last call; in short, and as text, to look for what must not be there. */
export async function takeTold(): Promise<{ readonly told: Told; readonly text: string }> {
  flushStorms();
  await Sentry.flush();
  await reader.forceFlush();
  const finished = spans.getFinishedSpans();
  const logged = logRecords.getFinishedLogRecords();
  const told = {
    lines: lines.map(describeLine),
    spans: finished.filter(({ kind }) => SpanKind[kind] === 'SERVER').map(describeSpan),
    logRecords: logged.map(({ severityText, body }) => `${severityText} ${body as string}`),
    events: events.map(describeEvent),
    counted: pointsOf('faultless.reports').map(describeCount),
    durations: pointsOf('http.server.request.duration').map(({ attributes }) =>
      describeStatus(attributes),
    ),
  };
  const text = JSON.stringify([
    lines,
    events,
    logged.map(({ body, attributes }) => [body, attributes]),
    finished.map(({ name, status, events: added }) => [name, status, added]),
  ]);
  lines.length = events.length = 0;
  for (const exporter of [spans, logRecords, points]) exporter.reset();
  return { told, text };
}

const LEVELS: Readonly<Record<number, string>> = { 30: 'info', 40: 'warn', 50: 'error' };

function describeLine(line: string): string {
  const { level, msg, err } = JSON.parse(line) as {
    readonly level: number;
    readonly msg: string;
    readonly err?: { readonly stack?: string };
  };
  const message = msg.replace(/ in \d+ s$/, '');
  return `${LEVELS[level]} ${message}${err?.stack === undefined ? '' : ', with a stack'}`;
}

function describeEvent({ exception, tags }: Sentry.ErrorEvent): string {
  return [exception?.values?.at(-1)?.type, tags?.status].map(String).join(' ');
}

type Span = ReturnType<typeof spans.getFinishedSpans>[number];

function describeSpan({ status, attributes, events: added }: Span): string {
  const parts = [describeStatus(attributes), SpanStatusCode[status.code]];
  return [...parts, ...added.map(({ name }) => name)].join(' ');
}

function describeStatus(attributes: Attributes): string {
  const { 'http.response.status_code': status, 'error.type': type = '' } = attributes;
  return `${status as number} ${type as string}`.trim();
}

function describeCount({ attributes, value }: Point): string {
  const expected = attributes['faultless.expected'] === true ? 'expected' : 'unexpected';
  return `${String(value)} ${expected} ${describeStatus(attributes)}`;
}

interface Point {
  readonly attributes: Attributes;
  readonly value: unknown;
}

function pointsOf(metric: string): readonly Point[] {
  return points
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
    .filter(({ descriptor }) => descriptor.name === metric)
    .flatMap(({ dataPoints }): readonly Point[] => dataPoints);
}
