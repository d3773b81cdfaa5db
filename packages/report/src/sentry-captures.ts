import { setTimeout as sleep } from 'node:timers/promises';

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

/** How long an event waits for the report of its error, in milliseconds. */
const PATIENCE = 1000;

/** Errors that have been reported, and scopes that are watched for events of them. */
const reported = new WeakSet();
const watched = new WeakSet();

/**
 * Drops the events that the SDK makes by itself, where the error is thrown, of errors that are reported.
 *
 * @returns what notes that an error is reported
 */
export function replaceCaptures(scope: {
  addEventProcessor(process: Process): unknown;
}): (error: unknown) => void {
  if (!watched.has(scope)) scope.addEventProcessor(dropReported);
  watched.add(scope);
  return (error) => {
    if (typeof error === 'object' && error !== null) reported.add(error);
  };
}

async function dropReported<Event extends SentryEvent>(
  event: Event,
  { originalException: error }: { readonly originalException?: unknown },
): Promise<Event | null> {
  if (typeof error !== 'object' || error === null) return event;
  if (isCaptured(event, BY_FRAMEWORK) && !reported.has(error)) await sleep(PATIENCE);
  return isCaptured(event, AUTOMATIC) && reported.has(error) ? null : event;
}

/** The mechanisms of such events; those of `uncaughtException` and the like come when all has been told. */
const BY_FRAMEWORK = /^auto\.(?:http|middleware)\.(?:express|koa)$/;
const AUTOMATIC =
  /^auto\.(?:http|middleware|node)\.(?:express|koa|onuncaughtexception|onunhandledrejection)$/;

function isCaptured({ exception }: SentryEvent, mechanisms: RegExp): boolean {
  return (
    exception?.values?.some(({ mechanism }) => mechanisms.test(mechanism?.type ?? '')) ?? false
  );
}
