import type { Exchange } from '../types.js';
import { findCauses } from './find-causes.js';
import type { Outcome, Report } from './report.js';

/** The status in the report of what no status was sent for: nginx's, since the registry has none. */
const UNSENT: Readonly<Partial<Record<Outcome, number>>> = { 'client-gone': 499, closed: 444 };

/** What is known of one answer; nothing was sent unless it says so. */
type Facts = Pick<
  Report,
  'error' | 'status' | 'outcome' | 'notices' | 'mapper' | 'code' | 'vendor'
> & {
  readonly sentStatus?: number | undefined;
  readonly instance?: string | undefined;
  readonly concealed?: boolean;
};

/** Puts a report together from what was thrown and what became of it. */
export function createReport<Context>(
  { request, route, bytesSent }: Exchange<Context>,
  facts: Facts,
): Report {
  const { error, status, outcome, notices, sentStatus, instance, concealed = false } = facts;
  return {
    level: findLevel(outcome, Math.max(status, sentStatus ?? 0), notices.length > 0),
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
    mapper: facts.mapper,
    code: facts.code,
    vendor: facts.vendor,
    notices,
  };
}

function findLevel(outcome: Outcome, status: number, noticed: boolean): Report['level'] {
  if (UNSENT[outcome] !== undefined) return 'info';
  if (outcome !== 'sent' || status >= 500) return 'error';
  return noticed ? 'warn' : 'info';
}
