// Reporting

// Sinks
export { combine } from './combine.js';
export { consoleSink } from './console-sink.js';
export { type LimitedSink, limitStorms, type StormLimits } from './limit-storms.js';
export type { PlainError } from './plain-error.js';
export type { PlainValue } from './plain-value.js';
export type { ReportRecord } from './record.js';
export type { Redaction } from './redactor.js';
export { type ReportToOptions, reportTo, type SinkReporter } from './report-to.js';
export type { Sink } from './sink.js';
