import type { HttpError } from '../errors/http-error.js';
import type { Exchange, Reply } from '../exchange.js';
import { isErrorStatus } from '../statuses/registered.js';
import { readProperty } from '../values/read-property.js';
import type { Outcome, Report } from './report.js';

/** The status in the report of what no status was sent for: nginx's, since the registry has none. */
const UNSENT: Readonly<Partial<Record<Outcome, number>>> = { 'client-gone': 499, closed: 444 };

/** What no server can do for a request (RFC 9110 §15.6.2, §15.6.6): any client can bring it about. */
const UNSUPPORTED: ReadonlySet<number> = new Set([501, 505]);

const isUnsupported = (status: number): boolean => UNSUPPORTED.has(status);
const isFault = (status: number): boolean => status >= 500 && !isUnsupported(status);

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
  const status = readStatus(error);
  return {
    level: findLevel(outcome, [status, sentStatus ?? status], notices.length > 0),
    error: thrown,
    causes: findCauses(thrown),
    status: UNSENT[outcome] ?? status,
    sentStatus,
    outcome,
    concealed: outcome === 'sent' && shown?.concealed === true,
    instance,
    method: request.method ?? 'GET',
    path: findPath(request.url),
    route,
    bytesSent: outcome === 'truncated' ? bytesSent : undefined,
    mapper,
    code: readCode(error),
    vendor: readProperty(error, 'vendor') as Report['vendor'],
    notices,
  };
}

/** The path of a request target, of an absolute one too (RFC 9112 §3.2). */
function findPath(target = ''): string {
  return target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*|[?#].*/gi, '') || '/';
}

/** A proxy may tell something else each time that it is asked. */
function readStatus(error: HttpError): number {
  const status = readProperty(error, 'status');
  return isErrorStatus(status) ? status : 500;
}

function readCode(error: HttpError): string | undefined {
  const code = readProperty(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

function findLevel(
  outcome: Outcome,
  statuses: readonly number[],
  noticed: boolean,
): Report['level'] {
  if (UNSENT[outcome] !== undefined) return 'info';
  if (outcome !== 'sent' || statuses.some(isFault)) return 'error';
  return noticed || statuses.some(isUnsupported) ? 'warn' : 'info';
}

const MAX_DEPTH = 16;

/** The chain of `cause` behind an error, nearest first; stops at a circle or a getter that throws. */
function findCauses(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let current = error;
  while (causes.length < MAX_DEPTH) {
    current = readCause(current);
    if (current === undefined || current === error || causes.includes(current)) break;
    causes.push(current);
  }
  return causes;
}

function readCause(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { cause?: unknown }).cause;
  } catch {
    return undefined;
  }
}
