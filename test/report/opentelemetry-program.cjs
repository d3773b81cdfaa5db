// Answers requests with all instrumentations at work, and prints what OpenTelemetry has been told.
const api = require('@opentelemetry/api');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
const { InMemorySpanExporter, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-base');
const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { ExpressInstrumentation } = require('@opentelemetry/instrumentation-express');
const { KoaInstrumentation } = require('@opentelemetry/instrumentation-koa');
const {
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} = require('@opentelemetry/sdk-metrics');
const {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} = require('@opentelemetry/sdk-logs');

const spanExporter = new InMemorySpanExporter();
const spanProcessors = [new SimpleSpanProcessor(spanExporter)];
new NodeTracerProvider({ spanProcessors }).register();
const metricExporter = new InMemoryMetricExporter(1);
const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
const meterProvider = new MeterProvider({ readers: [reader] });
api.metrics.setGlobalMeterProvider(meterProvider);
const logExporter = new InMemoryLogRecordExporter();
const logProcessor = new SimpleLogRecordProcessor({ exporter: logExporter });
const loggerProvider = new LoggerProvider({ processors: [logProcessor] });
registerInstrumentations({
  instrumentations: [
    new HttpInstrumentation(),
    new ExpressInstrumentation(),
    new KoaInstrumentation(),
  ],
  meterProvider,
});

const { createServer } = require('node:http');
const { once } = require('node:events');
const { setTimeout: sleep } = require('node:timers/promises');
const express = require('express');
const Koa = require('koa');
const faultlessExpress = require('@faultless/express');
const faultlessKoa = require('@faultless/koa');
const { reportTo } = require('@faultless/report');
const { openTelemetrySink } = require('@faultless/report/opentelemetry');

const { NotFound, Conflict } = faultlessExpress;
const traces = [];
const report = reportTo([
  openTelemetrySink(api, { logger: loggerProvider.getLogger('test') }),
  ({ traceId }) => traces.push(traceId),
]);
const answered = [];

function fail(path, response) {
  if (path === '/absent') throw new NotFound('No such order.');
  if (path === '/taken') throw new Conflict('Taken.', { cause: new Error('Bearer s3cr3t-t0ken') });
  if (path === '/cut') response.write('the beginning');
  throw new TypeError('no such luck, Bearer s3cr3t-t0ken');
}

const apps = {
  express: () => {
    const app = express();
    app.use((request, response) => fail(request.path, response));
    app.use(faultlessExpress.errorHandler({ report, traceId: true }));
    return app;
  },
  koa: () => {
    const app = new Koa();
    app.use(faultlessKoa.errorHandler({ report, traceId: true }));
    app.use((context) => {
      context.res.statusCode = 200;
      fail(context.path, context.res);
    });
    return app.callback();
  },
};

async function main() {
  const server = createServer(apps[process.argv[2]]()).listen(0);
  await once(server, 'listening');
  for (const path of ['/absent', '/taken', '/fault', '/cut']) {
    const address = `http://localhost:${server.address().port}${path}`;
    await fetch(address)
      .then((response) => response.json())
      .then(({ traceId }) => answered.push(traceId))
      .catch(() => undefined);
  }
  server.closeAllConnections();
  server.close();
  await sleep(100);
  await reader.forceFlush();
  const finished = spanExporter.getFinishedSpans();
  const spans = finished.filter(({ kind }) => kind === api.SpanKind.SERVER);
  const layers = finished.filter(({ kind }) => kind === api.SpanKind.INTERNAL);
  const metrics = metricExporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics)
    .map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]);
  console.log(
    JSON.stringify({
      traces,
      answered,
      layers: layers.map(({ status, events }) => [status.code, events.map(({ name }) => name)]),
      spans: spans.map(({ status, attributes, events }) => ({ status, attributes, events })),
      traceIds: spans.map((span) => span.spanContext().traceId),
      logs: logExporter
        .getFinishedLogRecords()
        .map(({ eventName, severityNumber, body, attributes, spanContext }) => ({
          eventName,
          severityNumber,
          body,
          attributes,
          traceId: spanContext?.traceId,
        })),
      metrics: Object.fromEntries(
        metrics.map(([name, points]) => [
          name,
          points.map(({ attributes, value }) => ({
            attributes,
            value: value.count ?? value,
          })),
        ]),
      ),
    }),
  );
  process.exit(0);
}

void main();
