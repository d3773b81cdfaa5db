import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { NotFound } from '@faultless/core';
import { reportTo } from '@faultless/report';
import { CHANNEL, type ReportMessage } from '@faultless/report/channel';
import { prometheusSink } from '@faultless/report/prometheus';
import { winstonSink } from '@faultless/report/winston';
import * as client from 'prom-client';
import winston from 'winston';
import { eachServer } from '../contract/support/each-server.js';

const fail = (): never => {
  throw new TypeError('no such luck\u001b[2J');
};

eachServer('winstonSink', (start) => {
  it('logs each record at its level', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const logger = winston.createLogger({
      format: winston.format.json(),
      transports: [new winston.transports.Stream({ stream })],
    });
    const server = await start(fail, { report: reportTo([winstonSink(logger)]) });
    await server.request({ path: '/orders?key=s3cr3t' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 'error',
        message: 'GET /orders 500 TypeError (sent 500)',
        instance: server.onlyReport().instance,
        error: expect.objectContaining({ message: 'no such luck\\u001b[2J' }),
      }),
    ]);
    expect(lines.join('')).not.toContain('s3cr3t');
  });
});

eachServer('the channel', (start) => {
  it('has each record while somebody listens, without any sink', async () => {
    const heard: ReportMessage[] = [];
    const listen = (message: unknown): void => {
      heard.push(message as ReportMessage);
    };
    const server = await start(fail, { report: reportTo([]) });
    await server.request();
    subscribe(CHANNEL, listen);
    await server.request({ path: '/heard' });
    unsubscribe(CHANNEL, listen);
    await server.request();
    expect(heard).toEqual([
      { record: expect.objectContaining({ path: '/heard' }), context: expect.anything() },
    ]);
  });
});

eachServer('prometheusSink', (start) => {
  it('counts by status, code, route and whether it was expected', async () => {
    const registry = new client.Registry();
    const report = reportTo([prometheusSink(client, registry)]);
    const server = await start(
      (request) => {
        if (request.url === '/absent') throw new NotFound({ code: 'no_order' });
        return fail();
      },
      { report },
    );
    for (const path of ['/absent', '/a?b', '/c', '/absent', '/absent']) {
      await server.request({ path });
    }
    const text = await registry.metrics();
    expect(text).toContain(
      'http_errors_total{status="404",code="no_order",route="",expected="true"} 3\n',
    );
    expect(text).toMatch(/http_errors_total\{status="500",code="",route="",expected="false"\} 2\n/);
  });
});
