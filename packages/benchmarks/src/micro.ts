import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { HttpError, NotFound, Unauthorized } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { reportTo, type Sink } from '@faultless/report';
import createError from 'http-errors';
import { faultlessErrors } from './contenders/faultless-errors.js';
import { timeOf } from './time-of.js';

// Steps of the pipeline alone, in nanoseconds, each the median of rounds in turn with the others.
const responder = createNodeResponder<IncomingMessage>({
  report: () => undefined,
  stackTraces: 'server',
});
const request = Object.assign(new IncomingMessage(new Socket()), {
  method: 'GET',
  headers: { accept: 'application/json' },
  httpVersionMajor: 1,
});
const response = new ServerResponse(request);
const exchange = { request, response, state: 'open', context: request } as const;
const browser = { ...exchange, request: { ...request, headers: { accept: 'text/html' } } };

function bodyOf(error: unknown): string {
  const { reply } = responder.respond(error, exchange);
  return reply.action === 'send' ? reply.body : '';
}

const unseen = Array.from({ length: 400_000 }, (_, count) => `text/html;v=${count}, */*;q=0.1`);
const unauthorized = new Unauthorized('orders');
const notFound = new NotFound();
const invalid = faultlessErrors['/invalid']?.();
const unauthorizedDocument: unknown = JSON.parse(bodyOf(unauthorized));
const invalidDocument: unknown = JSON.parse(bodyOf(invalid));

/** What handing one report over takes. */
function reporting(...sinks: readonly Sink[]): () => void {
  const reporter = createNodeResponder({ report: reportTo(sinks) });
  return () => {
    reporter.report(fault, request);
  };
}

const { report: fault } = responder.respond(new Error('the pool is empty'), exchange);

const STEPS: Readonly<Record<string, () => unknown>> = {
  'JSON.stringify of a 401 body': () => JSON.stringify(unauthorizedDocument),
  'respond() with a 401': () => responder.respond(unauthorized, exchange),
  'respond() with a 404': () => responder.respond(notFound, exchange),
  'respond() with a 404, HTML': () => responder.respond(notFound, browser),
  'JSON.stringify of a 422 body, 20 errors': () => JSON.stringify(invalidDocument),
  'respond() with a 422, 20 errors': () => responder.respond(invalid, exchange),
  'respond() with an unknown error': () => responder.respond(PLAIN, exchange),
  'respond(), Accept never seen before': () =>
    responder.respond(notFound, {
      ...exchange,
      request: { method: 'GET', headers: { accept: unseen.pop() } },
    }),
  'report() to a function that does nothing': () => {
    responder.report(fault, request);
  },
  'report() to no sink, nobody listening': reporting(),
  'report() to a sink that reads nothing': reporting(() => undefined),
  'report() to a sink that writes JSON': reporting((record) => JSON.stringify(record)),
  'construct and throw: new NotFound': () => attempt(() => new NotFound('No such order.')),
  'construct and throw: new Unauthorized': () => attempt(() => new Unauthorized('orders')),
  'construct and throw: new HttpError(404)': () => attempt(() => new HttpError(404)),
  'construct and throw: new createError.NotFound': () =>
    attempt(() => new createError.NotFound('No such order.')),
};

const PLAIN = new Error('the pool is empty');

function attempt(create: () => unknown): unknown {
  try {
    throw create();
  } catch (thrown) {
    return thrown;
  }
}

for (const [name, nanoseconds] of timeOf(STEPS)) {
  console.log(`${name.padEnd(46)}${nanoseconds.toFixed(0).padStart(8)} ns`);
}
