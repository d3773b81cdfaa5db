import { readProperty } from '@faultless/core/adapter';

/** What is read of an event of Sentry's. */
export interface SentryEvent {
  readonly request?: object;
  readonly exception?: {
    readonly values?: readonly { readonly mechanism?: { readonly type: string } }[];
  };
}

type Process = <Event extends SentryEvent>(
  event: Event,
  hint: { readonly originalException?: unknown },
) => Promise<Event | null>;

/** How long an event waits for the report of its error at most, in milliseconds. */
const PATIENCE = 10_000;

/** Errors that have been reported, and scopes that are watched for events of them. */
const reported = new WeakSet();
const watched = new WeakSet();

/** What has been reported of late that is no object: layer by layer the SDK captures it anew. */
const primitives = new Map<unknown, NodeJS.Timeout>();

/** When the SDK was flushed last; what it is about to send comes to us a little later. */
let flushed = Number.NEGATIVE_INFINITY;
const FLUSHING = 500;

/** Events that wait, each with the error that it waits for. */
const waiting = new Map<() => void, unknown>();

/** What is needed of Sentry's SDK to know what it captures. */
export interface SentryCaptures {
  getGlobalScope(): { addEventProcessor(process: Process): unknown };
  getClient(): { on(hook: 'flush', listener: () => void): unknown } | undefined;
}

/**
 * Drops the events that the SDK makes by itself, where the error is thrown, of errors that are reported.
 *
 * @returns what notes that an error is reported
 */
export function replaceCaptures(sentry: SentryCaptures): (error: unknown) => void {
  const scope = sentry.getGlobalScope();
  if (!watched.has(scope)) {
    watched.add(scope);
    scope.addEventProcessor(dropReported);
    // Who flushes wants to wait no longer.
    sentry.getClient()?.on('flush', () => {
      flushed = performance.now();
      for (const end of waiting.keys()) end();
    });
  }
  return noteReported;
}

function noteReported(error: unknown): void {
  if (isObject(error)) reported.add(error);
  else keepForAWhile(error);
  for (const [end, awaited] of waiting) if (awaited === error) end();
}

function keepForAWhile(error: unknown): void {
  clearTimeout(primitives.get(error));
  const forget = setTimeout(() => primitives.delete(error), PATIENCE).unref();
  primitives.set(error, forget);
}

async function dropReported<Event extends SentryEvent>(
  event: Event,
  { originalException }: { readonly originalException?: unknown },
): Promise<Event | null> {
  if (!isCaptured(event, AUTOMATIC)) return event;
  const isByFramework = isCaptured(event, BY_FRAMEWORK);
  // To the listeners of a Koa application what is no error is the cause of one.
  const cause = isByFramework ? readProperty(originalException, 'cause') : undefined;
  const isKnown = (): boolean =>
    isReported(originalException) || (cause !== undefined && isReported(cause));
  if (isByFramework && !isKnown()) await waitForReport(originalException);
  return isKnown() ? null : event;
}

function waitForReport(error: unknown): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      waiting.delete(end);
      resolve();
    };
    const isFlushing = performance.now() - flushed < FLUSHING;
    const timer = setTimeout(end, isFlushing ? 0 : PATIENCE);
    waiting.set(end, error);
  });
}

function isReported(error: unknown): boolean {
  return isObject(error) ? reported.has(error) : primitives.has(error);
}

/** The mechanisms of such events; those of `uncaughtException` and the like come when all has been told. */
const BY_FRAMEWORK = /^auto\.(?:http|middleware)\.(?:express|koa)$/;
const AUTOMATIC =
  /^auto\.(?:http|middleware|node)\.(?:express|koa|onuncaughtexception|onunhandledrejection)$/;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isCaptured({ exception }: SentryEvent, mechanisms: RegExp): boolean {
  return (
    exception?.values?.some(({ mechanism }) => mechanisms.test(mechanism?.type ?? '')) ?? false
  );
}
