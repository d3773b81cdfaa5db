// Loaded before all else (node --import): what is loaded later is instrumented.
import { EventEmitter } from 'node:events';
import { register } from 'node:module';
import { metrics } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { ExpressInstrumentation, ExpressLayerType } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { KoaInstrumentation, KoaLayerType } from '@opentelemetry/instrumentation-koa';
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import * as Sentry from '@sentry/node';

// So many tools listen to each response.
EventEmitter.defaultMaxListeners = 20;

register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);

export const spans = new InMemorySpanExporter();
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register();

export const logRecords = new InMemoryLogRecordExporter();
const processors = [new SimpleLogRecordProcessor({ exporter: logRecords })];
logs.setGlobalLoggerProvider(new LoggerProvider({ processors }));

export const points = new InMemoryMetricExporter(AggregationTemporality.DELTA);
export const reader = new PeriodicExportingMetricReader({ exporter: points });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));

// A layer's own span is over before its error is mapped: it would fail for a 404, and tell the message as it is.
registerInstrumentations({
  instrumentations: [
    new HttpInstrumentation(),
    new ExpressInstrumentation({ ignoreLayersType: Object.values(ExpressLayerType) }),
    new KoaInstrumentation({ ignoreLayersType: Object.values(KoaLayerType) }),
  ],
});

/** What would have gone to Sentry. */
export const events: Sentry.ErrorEvent[] = [];

Sentry.init({
  dsn: 'https://key@sentry.example/1',
  transport: () => ({
    send: ([, items]) => {
      for (const [{ type }, item] of items) {
        if (type === 'event') events.push(item as Sentry.ErrorEvent);
      }
      return Promise.resolve({ statusCode: 200 });
    },
    flush: () => Promise.resolve(true),
  }),
});
