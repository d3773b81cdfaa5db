import type { Exchange } from '../exchange.js';
import type { Outcome, Report } from './report.js';

/** The status in the report of what no status was sent for: nginx's, since the registry has none. */
const UNSENT: Readonly<Partial<Record<Outcome, number>>> = { 'client-gone': 499, closed: 444 };

/** What no server can do for a request (RFC 9110 §15.6.2, §15.6.6): any client can bring it about. */
const UNSUPPORTED: ReadonlySet<number> = new Set([501, 505]);

const isUnsupported = (status: number): boolean => UNSUPPORTED.has(status);
const isFault = (status: number): boolean => status >= 500 && !isUnsupported(status);

/** What was thrown, and what it was found to be. */
type Found = Pick<Report, 'error' | 'status' | 'mapper' | 'code' | 'vendor'>;

/** What became of it; nothing was sent unless it says so. */
type Fate = Pick<Report, 'outcome' | 'notices'> &
  Partial<Pick<Report, 'sentStatus' | 'instance' | 'concealed'>>;

/** Puts a report together from what was thrown and what became of it. */
export function createReport<Context>(
  { request, route, bytesSent }: Exchange<Context>,
  { error, status, mapper, code, vendor }: Found,
  { outcome, notices, sentStatus, instance, concealed = false }: Fate,
): Report {
  return {
    level: findLevel(outcome, [status, sentStatus ?? status], notices.length > 0),
    error,
    causes: findCauses(error),
    status: UNSENT[outcome] ?? status,
    sentStatus,
    outcome,
    concealed,
    instance,
    method: request.method ?? 'GET',
    route,
    bytesSent: outcome === 'truncated' ? bytesSent : undefined,
    mapper,
    code,
    vendor,
    notices,
  };
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
export function findCauses(error: unknown): unknown[] {
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
