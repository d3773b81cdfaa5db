import { Writable } from 'node:stream';
import { limitStorms, reportTo } from '@faultless/report';
import { openTelemetrySink } from '@faultless/report/opentelemetry';
import { pinoSink } from '@faultless/report/pino';
import { sentrySink } from '@faultless/report/sentry';
import * as api from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import * as Sentry from '@sentry/node';
import { pino } from 'pino';

/** What would have been printed. */
export const lines: string[] = [];

const stream = new Writable({
  write: (line, _encoding, done) => {
    lines.push(String(line));
    done();
  },
});

export const logger = pino({}, stream);

const toLog = limitStorms(pinoSink(logger), { first: 3 });
const toSentry = limitStorms(sentrySink(Sentry), { first: 1 });

/** What becomes of each error, on every server. */
export const report = reportTo([
  toLog,
  toSentry,
  openTelemetrySink(api, { logger: logs.getLogger('observed') }),
]);

/** Tells at once what storms have been counted. */
export function flushStorms(): void {
  toLog.flush();
  toSentry.flush();
}
