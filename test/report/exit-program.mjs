// Answers requests, and ends the process as soon as the last has been reported, in one of several ways.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { consoleReporter, errorHandler } from '@faultless/express';
import { consoleSink, limitStorms, reportTo } from '@faultless/report';
import { openTelemetrySink } from '@faultless/report/opentelemetry';
import { pinoSink } from '@faultless/report/pino';
import { sentrySink } from '@faultless/report/sentry';
import { winstonSink } from '@faultless/report/winston';
import * as api from '@opentelemetry/api';
import {
  BatchLogRecordProcessor,
  ConsoleLogRecordExporter,
  LoggerProvider,
} from '@opentelemetry/sdk-logs';
import * as Sentry from '@sentry/node';
import express from 'express';
import { pino } from 'pino';
import winston from 'winston';

const [sinkName, ending, requests = '1'] = process.argv.slice(2);

const exporter = new ConsoleLogRecordExporter();
const processors = [new BatchLogRecordProcessor({ exporter })];
const provider = new LoggerProvider({ processors });

const SINKS = {
  console: () => consoleSink(),
  pino: () => pinoSink(pino()),
  'pino, sync: false': () => pinoSink(pino(pino.destination({ sync: false }))),
  'pino with a transport': () => {
    const transport = pino.transport({ target: 'pino/file', options: { destination: 1 } });
    return pinoSink(pino(transport));
  },
  winston: () => {
    const transports = [new winston.transports.Console()];
    return winstonSink(winston.createLogger({ transports }));
  },
  sentry: () => {
    Sentry.init({ dsn: process.env.DSN });
    return sentrySink(Sentry);
  },
  opentelemetry: () => openTelemetrySink(api, { logger: provider.getLogger('test') }),
  storm: () => limitStorms(pinoSink(pino()), { first: 1 }),
};

const ENDINGS = {
  exit: () => process.exit(1),
  'wait and exit': async () => {
    await Promise.all([Sentry.close(2000), provider.shutdown()]);
    process.exit(1);
  },
};

let left = Number(requests);
function end() {
  left -= 1;
  if (left === 0) void ENDINGS[ending]();
}

function byDefault(report) {
  consoleReporter(report);
  end();
}

const app = express();
app.get('/', () => {
  throw new Error('the last words');
});
const report = sinkName === 'default' ? byDefault : reportTo([SINKS[sinkName](), end]);
app.use(errorHandler({ report }));
const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}/`;
for (let at = 0; at < Number(requests); at += 1) await fetch(address).catch(() => undefined);
