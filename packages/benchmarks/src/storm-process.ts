import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { consoleReporter, type Reporter } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { consoleSink, limitStorms, reportTo } from '@faultless/report';
import { pinoSink } from '@faultless/report/pino';
import { pino } from 'pino';

// Reports the same fault again and again in one way, and sends what that took. What is logged goes where the
// parent says.
const REPORTERS: Readonly<Record<string, () => Reporter<unknown>>> = {
  'no report': () => () => undefined,
  'the default': () => consoleReporter,
  consoleSink: () => reportTo([consoleSink()]),
  'limitStorms(consoleSink)': () => reportTo([limitStorms(consoleSink())]),
  pinoSink: () => reportTo([pinoSink(pino())]),
  'limitStorms(pinoSink)': () => reportTo([limitStorms(pinoSink(pino()))]),
};

const [name = '', count = '0'] = process.argv.slice(2);
const report = REPORTERS[name]?.();
if (report === undefined) throw new Error(`there is no way ${name} to report`);
const responder = createNodeResponder<IncomingMessage>({ report });
const request = Object.assign(new IncomingMessage(new Socket()), {
  method: 'GET',
  url: '/orders/7',
  headers: { accept: 'application/json' },
});
const exchange = {
  request,
  response: new ServerResponse(request),
  state: 'open',
  context: request,
} as const;

function fail(at: number): Error {
  return new TypeError(`no price for order ${at}`);
}

function answer(failures: number): void {
  for (let at = 0; at < failures; at += 1) {
    responder.report(responder.respond(fail(at), exchange).report, request);
  }
}

answer(Number(count) / 4);
const before = process.cpuUsage();
answer(Number(count));
const { user, system } = process.cpuUsage(before);
process.send?.((user + system) / Number(count));
process.disconnect();
