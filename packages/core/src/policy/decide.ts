import { NotFound } from '../errors/client-errors.js';
import { type HttpError, isHttpError, ownError } from '../errors/http-error.js';
import { InternalServerError } from '../errors/server-errors.js';
import type { Exchange, RequestFacts, ResponseState } from '../exchange.js';
import { headerValue } from '../headers/header-value.js';
import type { Notice, Outcome } from '../reporting/report.js';
import { findReasonPhrase, isErrorStatus } from '../statuses/registered.js';
import type { VendorTransport } from '../statuses/vendor-table.js';
import { catchRejection } from '../values/catch-rejection.js';
import { readProperty } from '../values/read-property.js';

/** Says whether an error leaves as a 404: `true` for the generic one, or the NotFound to imitate. */
export type ConcealPredicate<Context> = (
  error: HttpError,
  context: Context,
) => boolean | NotFound | undefined;

/** How much of a vendor's status the client sees. */
interface VendorPolicy {
  readonly vendorStatuses: 'registered' | 'verbatim';
  readonly substatus: boolean;
}

/** What the handler's options say of what the client may see. */
export interface Policy<Context> extends VendorPolicy {
  readonly conceal: ConcealPredicate<Context> | undefined;
  readonly genericNotFound: boolean;
  /** Whether a reverse proxy has passed a request on. */
  readonly isBehindProxy: (request: RequestFacts) => boolean;
  /** Whether a stream that fails still says something. */
  readonly lastEvent: unknown;
}

/** What is decided by, and who is told what went wrong. */
interface Means<Context> {
  readonly settings: Policy<Context>;
  readonly notice: Notice;
}

/** What the client may see: an error, or the 404 that it hides behind. */
export interface Shown {
  readonly error: HttpError;
  readonly appearance: Appearance;
  readonly concealed: boolean;
  /** Whether the connection ends with it. */
  readonly closes?: true;
}

/** What stands in the status line of an answer, and what its body says of the status. */
export interface Appearance {
  readonly status: number;
  readonly reason: string;
  /** Titles by language, for a status whose texts the locales do not have. */
  readonly titles: Readonly<Record<string, string>> | undefined;
  /** Such as `403.14`; undefined where there is none, or the client may not know. */
  readonly substatus: string | undefined;
}

/** What becomes of a failed exchange, and what its client is shown. */
export type Decision =
  | { readonly action: 'send'; readonly outcome: 'sent'; readonly shown: Shown }
  | { readonly action: 'destroy'; readonly outcome: Outcome; readonly shown: Shown | undefined }
  | { readonly action: 'none'; readonly outcome: Outcome; readonly shown: undefined };

/** What a response comes to that has begun: its client sees that it breaks off. */
const TRUNCATED = { action: 'destroy', outcome: 'truncated', shown: undefined } as const;

/** What one comes to whose client can't be told anything any more. */
const UNANSWERABLE: Readonly<Record<Exclude<ResponseState, 'open' | 'started'>, Decision>> = {
  sealed: TRUNCATED,
  finished: { action: 'none', outcome: 'too-late', shown: undefined },
  failed: { action: 'none', outcome: 'truncated', shown: undefined },
  gone: { action: 'none', outcome: 'client-gone', shown: undefined },
};

/** What a vendor's status comes to that is an act of transport, such as `nginx:444`. */
const ACTS: Readonly<Record<VendorTransport, Decision>> = {
  close: { action: 'destroy', outcome: 'closed', shown: undefined },
  'client-gone': { action: 'destroy', outcome: 'client-gone', shown: undefined },
};

/** Decides what an error comes to: an answer, and what its client sees, or an act of transport. */
export function decide<Context>(
  error: HttpError,
  { state, context, request }: Pick<Exchange<Context>, 'state' | 'context' | 'request'>,
  means: Means<Context>,
): Decision {
  if (state !== 'open' && state !== 'started') return UNANSWERABLE[state];
  if (state === 'started' && means.settings.lastEvent === undefined) return TRUNCATED;
  const shown = findShown(error, context, means);
  if (state === 'started') return { ...TRUNCATED, shown };
  const transport = readProperty(readProperty(error, 'vendor'), 'transport');
  if (shown.concealed || typeof transport !== 'string' || !Object.hasOwn(ACTS, transport)) {
    return { action: 'send', outcome: 'sent', shown };
  }
  if (!means.settings.isBehindProxy(request)) return ACTS[transport as VendorTransport];
  means.notice('a proxy takes a closed connection for a broken server, so it was answered');
  return { action: 'send', outcome: 'sent', shown: { ...shown, closes: true } };
}

/** Fields by which a request shows that a proxy has passed it on (RFC 9110 §7.6.3, RFC 7239). */
const PROXY_FIELDS = ['via', 'forwarded', 'x-forwarded-for'] as const;

/** What a request shows by itself. */
export function hasComeThroughProxy({ headers }: RequestFacts): boolean {
  return PROXY_FIELDS.some((name) => headers[name] !== undefined);
}

let notFound: HttpError | undefined;

/** The 404 of an address that leads nowhere; every generic 404 looks like this one. */
function genericNotFound(): HttpError {
  notFound ??= Object.freeze(new NotFound());
  return notFound;
}

function findShown<Context>(
  error: HttpError,
  context: Context,
  { settings, notice }: Means<Context>,
): Shown {
  const disguise = findDisguise(error, context, { settings, notice });
  const candidate = disguise ?? error;
  const generic = settings.genericNotFound && readProperty(candidate, 'status') === 404;
  const shown = generic ? genericNotFound() : candidate;
  const concealed = disguise !== undefined;
  try {
    return { error: shown, appearance: findAppearance(shown, settings), concealed };
  } catch (failure) {
    notice('the answer could not be represented', failure);
    return findSubstitute({ concealed });
  }
}

/** What leaves in place of what can't be represented; what was concealed stays so. */
export function findSubstitute({ concealed }: Pick<Shown, 'concealed'>): Shown {
  const error = concealed ? genericNotFound() : new InternalServerError();
  return { error, appearance: registeredAppearance(error.status), concealed };
}

/**
 * Finds the 404 that an error hides behind; undefined when it may be seen. A predicate that throws
 * has not allowed the error to be seen.
 */
function findDisguise<Context>(
  error: HttpError,
  context: Context,
  { settings, notice }: Means<Context>,
): HttpError | undefined {
  try {
    const verdict = error.conceal || settings.conceal?.(error, context);
    if (!verdict) return undefined;
    if (isHttpError(verdict) && verdict.status === 404 && verdict.conceal !== false) {
      return ownError(verdict);
    }
    if (typeof verdict === 'object') {
      // A promise says nothing in time, and other objects say nothing at all.
      notice('the 404 to imitate is none, or says conceal: false');
      catchRejection(verdict, () => undefined);
    }
    return genericNotFound();
  } catch (failure) {
    notice('conceal threw, so the error was concealed', failure);
    return genericNotFound();
  }
}

/** Decides under which status an error leaves: its own, or, if asked for, the vendor's. */
function findAppearance(
  { status, vendor }: HttpError,
  { vendorStatuses, substatus: tells }: VendorPolicy,
): Appearance {
  if (!isErrorStatus(status)) throw new TypeError('the status of the error has changed');
  if (vendor === undefined) return APPEARANCES.get(status) ?? registeredAppearance(status);
  // An error of another copy or version may carry anything.
  const substatus = tells && typeof vendor.substatus === 'string' ? vendor.substatus : undefined;
  if (vendorStatuses === 'registered' || !isErrorStatus(vendor.verbatim)) {
    return { ...registeredAppearance(status), substatus };
  }
  const reason = headerValue(vendor.titles.en) ?? findReasonPhrase(vendor.verbatim);
  return { status: vendor.verbatim, reason, titles: vendor.titles, substatus };
}

const APPEARANCES = new Map<number, Appearance>();

/** What a status of its own looks like, which is the same each time, and remembered. */
function registeredAppearance(status: number): Appearance {
  const reason = findReasonPhrase(status);
  const appearance = { status, reason, titles: undefined, substatus: undefined };
  APPEARANCES.set(status, appearance);
  return appearance;
}
