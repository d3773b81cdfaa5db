import { limitStorms, reportTo } from '@faultless/report';
import { openTelemetrySink } from '@faultless/report/opentelemetry';
import { prometheusSink } from '@faultless/report/prometheus';
import * as api from '@opentelemetry/api';
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
import * as client from 'prom-client';
import { recordOf } from './record-of.js';

describe('what counts itself', () => {
  const storm = (sink: Parameters<typeof limitStorms>[0]): void => {
    const limited = limitStorms(sink, { first: 2 });
    const report = reportTo([limited]);
    const fault = new Error('no such luck');
    for (let at = 0; at < 10; at += 1) report(recordOf.report(fault), {});
    limited.flush();
  };

  it('has its counts added under a limit: Prometheus', async () => {
    const registry = new client.Registry();
    storm(prometheusSink(client, registry));
    expect(await registry.metrics()).toMatch(/^http_errors_total\{.*\} 10$/m);
  });

  it('has its counts added under a limit, and one log record of the rest: OpenTelemetry', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter });
    const metrics = new MeterProvider({ readers: [reader] });
    const logged = new InMemoryLogRecordExporter();
    const processors = [new SimpleLogRecordProcessor({ exporter: logged })];
    const logger = new LoggerProvider({ processors }).getLogger('test');
    storm(openTelemetrySink({ ...api, metrics }, { logger }));
    await reader.forceFlush();
    const counted = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    expect(counted.flatMap(({ dataPoints }) => dataPoints.map(({ value }) => value))).toEqual([10]);
    const records = logged.getFinishedLogRecords();
    expect(records.map(({ body }) => body)).toEqual([
      'no such luck',
      'no such luck',
      'no such luck … 8 more in 1 s',
    ]);
    expect(records.at(-1)?.attributes).toMatchObject({ 'faultless.repeated': 8 });
    await metrics.shutdown();
  });
});
