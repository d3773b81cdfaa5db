import type { HttpError } from '../errors/http-error.js';
import type { Exchange, Reply } from '../exchange.js';
import { isErrorStatus } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';
import type { Outcome, Report } from './report.js';

/** The status in the report of what no status was sent for: nginx's, since the registry has none. */
const UNSENT: Readonly<Partial<Record<Outcome, number>>> = { 'client-gone': 499, closed: 444 };

/** What the leaving of a client brings about by itself: work that is given up, and streams that end. */
const LEAVING = /^(?:work_aborted|ECONNRESET|EPIPE|ERR_STREAM_|ERR_HTTP2_)/;

/** What no server can do for a request (RFC 9110 §15.6.2, §15.6.6): any client can bring it about. */
const UNSUPPORTED: ReadonlySet<number> = new Set([501, 505]);

/** What was thrown, and the error that it was mapped to. */
interface Found {
  readonly thrown: unknown;
  readonly mapping: { readonly error: HttpError; readonly mapper: string | undefined };
}

/** What became of it. */
interface Fate extends Pick<Report, 'instance' | 'notices'> {
  readonly decision: {
    readonly outcome: Outcome;
    readonly shown?: { readonly concealed: boolean } | undefined;
  };
  readonly reply: Reply;
}

/** Puts a report together from what was thrown and what became of it. */
export function createReport<Context>(
  { request, route, bytesSent }: Exchange<Context>,
  { thrown, mapping: { error, mapper } }: Found,
  { decision: { outcome, shown }, reply, instance, notices }: Fate,
): Report {
  const sentStatus = reply.action === 'send' ? reply.status : undefined;
  // A proxy may tell something else each time that it is asked.
  const told = readProperty(error, 'status');
  const status = isErrorStatus(told) ? told : 500;
  const code = readProperty(error, 'code');
  const isBroughtAbout = [code, readProperty(thrown, 'code')].some(
    (one) => typeof one === 'string' && LEAVING.test(one),
  );
  // In an outage clients leave before they are answered: what they waited for is no less at fault.
  const isFault = isServerFault(status) && !isBroughtAbout;
  const unsent = outcome === 'client-gone' && isFault ? undefined : UNSENT[outcome];
  return {
    level:
      unsent === undefined
        ? findLevel(outcome, { status, sentStatus: sentStatus ?? status }, notices.length > 0)
        : 'info',
    error: thrown,
    causes: findCauses(thrown),
    status: unsent ?? status,
    sentStatus,
    outcome,
    concealed: outcome === 'sent' && shown?.concealed === true,
    instance,
    method: request.method ?? 'GET',
    path: request.url?.replace(BESIDE_PATH, '') || '/',
    route,
    bytesSent: outcome === 'truncated' ? bytesSent : undefined,
    mapper,
    code: typeof code === 'string' ? code : undefined,
    vendor: readProperty(error, 'vendor') as Report['vendor'],
    notices,
  };
}

/** What a request target has beside its path, an absolute one too (RFC 9112 §3.2). */
const BESIDE_PATH = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*|[?#].*/gi;

function findLevel(
  outcome: Outcome,
  { status, sentStatus }: { readonly status: number; readonly sentStatus: number },
  noticed: boolean,
): Report['level'] {
  if (outcome !== 'sent' || isServerFault(status) || isServerFault(sentStatus)) return 'error';
  return noticed || status >= 500 || sentStatus >= 500 ? 'warn' : 'info';
}

function isServerFault(status: number): boolean {
  return status >= 500 && !UNSUPPORTED.has(status);
}

const MAX_DEPTH = 16;

/** The chain of `cause` behind an error, nearest first; stops at a circle or a getter that throws. */
export function findCauses(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let current = error;
  while (causes.length < MAX_DEPTH) {
    current = readProperty(current, 'cause');
    if (current === undefined || current === error || causes.includes(current)) break;
    causes.push(current);
  }
  return causes;
}
