import type { ReportRecord } from './record.js';

/** The channel of `node:diagnostics_channel` on which each reporter of `reportTo` publishes. */
export const CHANNEL = 'faultless:report';

/** What is published there of one report. */
export interface ReportMessage {
  readonly record: ReportRecord;
  /** What the framework calls the request. */
  readonly context: unknown;
}
