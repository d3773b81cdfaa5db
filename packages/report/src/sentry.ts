import { checkOptions, type OptionRule, type Report } from '@faultless/core/adapter';
import { headline } from './headline.js';
import type { PlainError } from './plain-error.js';
import type { ReportRecord } from './record.js';
import { replaceCaptures, type SentryCaptures, type SentryEvent } from './sentry-captures.js';
import { redactEvent } from './sentry-event.js';
import type { Sink } from './sink.js';

/** What is needed of Sentry's SDK for a server. */
export interface SentryClient extends SentryCaptures {
  withScope(run: (scope: SentryScope) => void): void;
  captureException(error: unknown, hint: { readonly mechanism: Mechanism }): unknown;
}

interface Mechanism {
  readonly type: string;
  readonly handled: boolean;
}

interface SentryScope {
  setLevel(level: 'error' | 'warning' | 'info'): unknown;
  setTags(tags: Readonly<Record<string, string>>): unknown;
  setFingerprint(fingerprint: string[]): unknown;
  setContext(name: string, context: Record<string, unknown>): unknown;
  addEventProcessor(process: <Event extends SentryEvent>(event: Event) => Event): unknown;
}

export interface SentrySinkOptions {
  /** The levels of the reports that become events. @default ['error'] */
  readonly levels?: readonly ReportRecord['level'][] | undefined;
}

/**
 * Captures each record as an event with Sentry's SDK 10 or later: what was answered with a 5xx, or could not be
 * answered. It takes the place of what the SDK captures of Express and Koa itself, by `setupExpressErrorHandler`,
 * `setupKoaErrorHandler` or their integrations: they know of an error that is answered with a 409 only that it
 * was thrown, and redact nothing. What they capture of an error that is answered is dropped.
 */
export function sentrySink(sentry: SentryClient, options: SentrySinkOptions = {}): Sink {
  checkOptions('sentrySink', options, RULES);
  const levels = new Set<string>(options.levels ?? ['error']);
  const note = replaceCaptures(sentry);
  return Object.assign(
    (record: ReportRecord): void => {
      sentry.withScope((scope) => {
        describe(scope, record);
        sentry.captureException(asError(record.error), { mechanism: MECHANISM });
      });
    },
    {
      takes: ({ level, error }: Pick<Report, 'level' | 'error'>) => {
        note(error);
        return levels.has(level);
      },
    },
  );
}

const MECHANISM: Mechanism = { type: 'faultless', handled: true };

function describe(scope: SentryScope, record: ReportRecord): void {
  const { fingerprint } = record;
  const { level, method, path, status } = record;
  const { outcome, code, route, mapper, instance, requestId, traceId } = record;
  const tags = { status: `${status}`, outcome, code, route, mapper, instance, requestId, traceId };
  scope.setLevel(level === 'warn' ? 'warning' : level);
  scope.setFingerprint([fingerprint]);
  scope.setTags(
    Object.fromEntries(Object.entries(tags).filter((tag): tag is [string, string] => !!tag[1])),
  );
  scope.setContext('report', { ...record, error: headline(record) });
  // The SDK has put the request there with its header and its query, and what was done before.
  const request = path === '' ? {} : { method, url: path };
  scope.addEventProcessor((event) => ({ ...redactEvent(event), request }));
}

/** Sentry reads the frames of a stack, the causes, and what an AggregateError has together. */
function asError({ type, message, stack, code, fields, cause, errors }: PlainError): Error {
  const options = cause && { cause: asError(cause) };
  const error =
    errors === undefined
      ? new Error(message, options)
      : new AggregateError(errors.map(asError), message, options);
  Object.defineProperty(error, 'stack', { value: stack ?? `${type}: ${message}` });
  return Object.assign(error, { name: type, ...(code !== undefined && { code }), fields });
}

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warn', 'info']);

const RULES: Readonly<Record<keyof SentrySinkOptions, OptionRule>> = {
  levels: {
    allowed: 'a list of error, warn and info',
    accepts: (value) => Array.isArray(value) && value.every((level) => LEVELS.has(level)),
  },
};
