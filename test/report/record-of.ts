import type { Report } from '@faultless/core';
import { type ReportRecord, type ReportToOptions, reportTo } from '@faultless/report';

/** The record of an error that was answered with 500. */
export function recordOf(error: unknown, options?: ReportToOptions<unknown>): ReportRecord {
  const records: ReportRecord[] = [];
  reportTo([(record) => records.push(record)], options)(reportOf(error), {});
  const [record] = records;
  if (record === undefined) throw new Error('no record was made');
  return record;
}

recordOf.report = reportOf;

function reportOf(error: unknown): Report {
  return {
    level: 'error',
    error,
    causes: [],
    status: 500,
    sentStatus: 500,
    outcome: 'sent',
    concealed: false,
    instance: 'urn:uuid:0',
    method: 'GET',
    path: '/orders/7',
    route: undefined,
    notices: [],
  };
}
