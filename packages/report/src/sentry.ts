import { checkOptions, type OptionRule, readProperty } from '@faultless/core/adapter';
import { headline } from './headline.js';
import type { PlainError } from './plain-error.js';
import { type ReportRecord, thrownOf } from './record.js';
import type { Sink } from './sink.js';

/** What is needed of Sentry's SDK for a server. */
export interface SentryClient {
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
  addEventProcessor(process: <Event extends { request?: object }>(event: Event) => Event): unknown;
}

export interface SentrySinkOptions {
  /** The levels of the reports that become events. @default ['error'] */
  readonly levels?: readonly ReportRecord['level'][] | undefined;
}

/**
 * Captures each record as an event with Sentry's SDK 9 or later: what was answered with a 5xx, or could not be
 * answered. It takes the place of `setupExpressErrorHandler` and `setupKoaErrorHandler`, which know of a
 * mapped error only that it was thrown; what one of them has captured is not captured again.
 */
export function sentrySink(sentry: SentryClient, options: SentrySinkOptions = {}): Sink {
  checkOptions('sentrySink', options, RULES);
  const levels = new Set<string>(options.levels ?? ['error']);
  return Object.assign(
    (record: ReportRecord): void => {
      const original = thrownOf(record);
      if (readProperty(original, CAPTURED) === true) return;
      sentry.withScope((scope) => {
        describe(scope, record);
        sentry.captureException(asError(record.error), { mechanism: MECHANISM });
      });
      mark(original);
    },
    { takes: ({ level }: { readonly level: string }) => levels.has(level) },
  );
}

/** What the SDK leaves on an error that it has captured. */
const CAPTURED = '__sentry_captured__';
const MECHANISM: Mechanism = { type: 'faultless', handled: true };

function mark(original: unknown): void {
  if (typeof original !== 'object' || original === null) return;
  try {
    Object.defineProperty(original, CAPTURED, { value: true, configurable: true, writable: true });
  } catch {
    // It is frozen: the SDK could not mark it either.
  }
}

function describe(scope: SentryScope, record: ReportRecord): void {
  const { fingerprint } = record;
  const { level, method, path, status, outcome, code, route, instance, requestId, mapper } = record;
  const tags = { status: String(status), outcome, code, route, instance, requestId, mapper };
  scope.setLevel(level === 'warn' ? 'warning' : level);
  scope.setFingerprint([fingerprint]);
  scope.setTags(
    Object.fromEntries(Object.entries(tags).filter((tag): tag is [string, string] => !!tag[1])),
  );
  scope.setContext('report', { ...record, error: headline(record) });
  // The SDK has put the request there with its header and its query.
  scope.addEventProcessor((event) => ({ ...event, request: { method, url: path } }));
}

/** Sentry reads the frames of a stack, and the causes. */
function asError({ type, message, stack, code, fields, cause }: PlainError): Error {
  const error = new Error(message, cause && { cause: asError(cause) });
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
