import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { consoleReporter } from '@faultless/core';
import { consoleSink, type ReportRecord, reportTo } from '@faultless/report';
import { CHANNEL } from '@faultless/report/channel';
import { openTelemetrySink } from '@faultless/report/opentelemetry';
import { pinoSink } from '@faultless/report/pino';
import { prometheusSink } from '@faultless/report/prometheus';
import { sentrySink } from '@faultless/report/sentry';
import { winstonSink } from '@faultless/report/winston';
import { jest } from '@jest/globals';
import * as api from '@opentelemetry/api';
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import * as Sentry from '@sentry/node';
import { pino } from 'pino';
import * as client from 'prom-client';
import winston from 'winston';
import { listFields } from '../mappers/plant-canaries.js';
import { thrownBy } from '../mappers/raise.js';
import { collectSamples } from '../mappers/samples/collect-samples.js';
import { recordOf } from './record-of.js';

const samples = (await collectSamples()).map((sample) => ({
  ...sample,
  title: `${sample.mapper} ${sample.what ?? ''}`.trim(),
}));

/** No text of ours, and of no library. */
const CANARY = 'sekrit86420';

/** Secrets by their form, each with the canary in it. */
const SHAPES = [
  `Bearer ${CANARY}`,
  `eyJhbGciOiJIUzI1NiJ9.${CANARY}.c2lnbmF0dXJl`,
  `postgres://ada:${CANARY}@db:5432/shop`,
  `https://api.example/users?key=${CANARY}`,
  `Server=db;Password=${CANARY};`,
  `${CANARY}@example.org`,
  `Key (name)=(${CANARY}) already exists.`,
  `{"access_token":"${CANARY}"}`,
  `\nx-vault-token: ${CANARY}\n`,
  `{ accessToken: '${CANARY}', z: 1 }`,
  `AccountKey=${CANARY}==;EndpointSuffix=a`,
  `Unexpected token 'h', "${CANARY}"... is not valid JSON`,
  `use near '${CANARY}' at line 1`,
  `Key (lower(name))=(${CANARY}) already exists.`,
  `\nCookie: id=${CANARY}\n`,
].join(' ');

/** Secrets by their name. */
const NAMES = ['authorization', 'set-cookie', 'password', 'apiKey', 'encryptionKey'];

/** Names of a client's content. Only of errors: zod 3 prints the members of its issues in its message. */
const CONTENT = ['parameters', 'data', 'value'];

const written: string[] = [];
const stream = new Writable({
  write: (chunk, _encoding, done) => {
    written.push(String(chunk));
    done();
  },
});

/** All that a sink does with what it is given, in one list. */
const exporter = new InMemoryLogRecordExporter();
const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] });
const captured: unknown[] = [];
const USED = new Set(['LinkedErrors', 'ExtraErrorData', 'RequestData']);
Sentry.init({
  dsn: 'https://key@sentry.example/1',
  // Others patch what all test files of a process share.
  integrations: (all) => all.filter(({ name }) => USED.has(name)),
  transport: () => ({
    send: (envelope) => {
      captured.push(envelope);
      return Promise.resolve({ statusCode: 200 });
    },
    flush: () => Promise.resolve(true),
  }),
});
afterAll(() => Sentry.close());

const registry = new client.Registry();

const report = reportTo([
  prometheusSink(client, registry),
  consoleSink(),
  pinoSink(pino({}, stream)),
  winstonSink(
    winston.createLogger({
      format: winston.format.json(),
      transports: [new winston.transports.Stream({ stream })],
    }),
  ),
  openTelemetrySink(api, { logger: provider.getLogger('test') }),
  sentrySink(Sentry),
]);

/** All that sinks have written of an error. */
async function tell(thrown: unknown): Promise<Record<string, string>> {
  const published: ReportRecord[] = [];
  const listen = (message: unknown): void => {
    published.push((message as { record: ReportRecord }).record);
  };
  const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  written.length = captured.length = 0;
  exporter.reset();
  subscribe(CHANNEL, listen);
  report(recordOf.report(thrown), {});
  unsubscribe(CHANNEL, listen);
  await Sentry.flush();
  const printed = print.mock.calls.join('\n');
  print.mockClear();
  consoleReporter(recordOf.report(thrown));
  const byDefault = print.mock.calls.join('\n');
  print.mockRestore();
  const logged = exporter.getFinishedLogRecords().map(({ body, attributes }) => [body, attributes]);
  return {
    printed,
    byDefault,
    published: JSON.stringify(published),
    written: written.join(''),
    logged: JSON.stringify(logged),
    captured: JSON.stringify(captured),
    counted: await registry.metrics(),
  };
}

describe.each(samples)('$title', ({ raise }) => {
  it('tells no sink a secret that is planted in it', async () => {
    const thrown = await thrownBy(raise);
    const fields = listFields(thrown);
    const planted: (() => void)[] = [];
    for (const { holder, name, text } of fields) {
      if (Reflect.set(holder, name, `${text} ${SHAPES}`)) {
        planted.push(() => Reflect.set(holder, name, text));
      }
    }
    for (const holder of new Set<object>([
      ...fields.map((field) => field.holder),
      Object(thrown),
    ])) {
      if (Array.isArray(holder) || !Object.isExtensible(holder)) continue;
      const names = holder === thrown ? [...NAMES, ...CONTENT] : NAMES;
      for (const name of names) {
        if (name in holder) continue;
        Reflect.set(holder, name, { inner: CANARY });
        planted.push(() => Reflect.deleteProperty(holder, name));
      }
    }
    const told = await tell(thrown);
    for (const restore of planted) restore();
    expect(planted.length).toBeGreaterThan(0);
    for (const [sink, text] of Object.entries(told)) {
      expect([sink, text.length > 100]).toEqual([sink, true]);
      const at = text.indexOf(CANARY);
      expect([sink, at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 20)]).toEqual([sink, '']);
    }
  });
});

it('tells each sink what an error has inside', async () => {
  const cause = new Error('the first reason');
  const gathered = new RangeError('one of several', { cause });
  const told = Object.entries(await tell(new AggregateError([gathered], 'all failed')));
  for (const [sink, text] of told.filter(([name]) => name !== 'counted')) {
    for (const message of ['all failed', 'one of several', 'the first reason']) {
      expect([sink, message, text.includes(message)]).toEqual([sink, message, true]);
    }
  }
});
