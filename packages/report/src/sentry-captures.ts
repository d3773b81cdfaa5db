import { readProperty } from '@faultless/core/adapter';

/** What is read of an event of Sentry's. */
export interface SentryEvent {
  readonly request?: object;
  /** When it was captured, in seconds since 1970. */
  readonly timestamp?: number;
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

/** Errors that have been reported; scopes, and clients, that are watched. */
const reported = new WeakSet();
const watched = new WeakSet();

/** What has been reported of late that is no object: layer by layer the SDK captures it anew. */
const primitives = new Map<unknown, NodeJS.Timeout>();

/** When the SDK was flushed last, in seconds since 1970; what was captured before may come to us later. */
let flushed = 0;

/** Events that wait, each with the error that it waits for. */
const waiting = new Map<() => void, unknown>();

/** What is needed of Sentry's SDK to know what it captures. */
export interface SentryCaptures {
  getGlobalScope(): { addEventProcessor(process: Process): unknown };
  getClient(): Client | undefined;
}

interface Client {
  on(hook: 'flush', listener: () => void): unknown;
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
    scope.addEventProcessor((event, hint) => {
      // The application may start the SDK when it has made its sinks.
      endWaitsOf(sentry.getClient());
      return dropReported(event, hint);
    });
  }
  endWaitsOf(sentry.getClient());
  return noteReported;
}

/** Who flushes wants to wait no longer. */
function endWaitsOf(client: Client | undefined): void {
  if (client === undefined || watched.has(client)) return;
  watched.add(client);
  client.on('flush', () => {
    flushed = Date.now() / 1000;
    for (const end of waiting.keys()) end();
  });
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
  const isFlushed = event.timestamp !== undefined && event.timestamp <= flushed;
  if (isByFramework && !isKnown() && !isFlushed) await waitForReport(originalException);
  return isKnown() ? null : event;
}

function waitForReport(error: unknown): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      waiting.delete(end);
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
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
