import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { errorHandler, notFound } from '@faultless/express';
import { UnprocessableContent } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import Ajv from 'ajv';
import express from 'express';
import * as v from 'valibot';
import { z } from 'zod';

// What a size costs when it doubles: microseconds for one answer, and the factor to the size before.
const WARM_UP = 500;
const ROUNDS = 25;
const CALLS = 100;

const responder = createNodeResponder<IncomingMessage>({ report: () => undefined });

function exchangeWith(headers: Record<string, string>) {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method: 'GET',
    url: '/nowhere',
    headers,
    httpVersionMajor: 1,
  });
  const response = new ServerResponse(request);
  return { request, response, state: 'open', context: request } as const;
}

function answer(extensions: Record<string, unknown>): () => unknown {
  const error = new UnprocessableContent({ extensions });
  const exchange = exchangeWith({});
  return () => responder.respond(error, exchange);
}

/** Fields that the app has set before it failed, all of which leave with the error. */
function behindFields(count: number): () => unknown {
  const error = new UnprocessableContent();
  const exchange = exchangeWith({});
  for (let at = 0; at < count; at += 1) exchange.response.setHeader(`X-Field-${at}`, `${at}`);
  return () => responder.respond(error, exchange);
}

/** Fields that an error brings. */
function withFields(count: number): () => unknown {
  const headers = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`X-Field-${at}`, `${at}`]),
  );
  const error = new UnprocessableContent({ headers });
  const exchange = exchangeWith({});
  return () => responder.respond(error, exchange);
}

function nest(depth: number): unknown {
  let value: unknown = 'leaf';
  for (let level = 0; level < depth; level += 1) value = { inner: value };
  return value;
}

function accepting(length: number): () => unknown {
  const error = new UnprocessableContent();
  const unseen = Array.from({ length: WARM_UP + ROUNDS * CALLS }, (_, count) =>
    `a/${count},`.padEnd(length, 'text/plain;q=0.1,').slice(0, length),
  );
  return () => responder.respond(error, exchangeWith({ accept: unseen.pop() ?? '' }));
}

/** Asks notFound() of an app with so many routes, none of which matches. */
function routing(count: number): () => unknown {
  const app = express();
  for (let route = 0; route < count; route += 1) {
    app.get(`/resources-${route}/:id`, (_request, response) => response.end());
  }
  app.use(notFound());
  app.use(errorHandler({ report: () => undefined }));
  return () => {
    const { request, response } = exchangeWith({});
    app(request as never, response as never);
  };
}

/** Content that is wrong at every level, each inside the one before. */
function wrongAtEveryLevel(depth: number): unknown {
  let content: unknown = { bad: 1 };
  for (let level = 1; level < depth; level += 1) content = { bad: 1, next: content };
  return content;
}

const schema = {
  $id: 'node',
  type: 'object',
  properties: { next: { $ref: 'node' }, bad: { type: 'string' } },
};
const validateNode = new Ajv.default({ allErrors: true }).compile(schema);
const zodNode: z.ZodType = z.object({
  bad: z.string(),
  get next() {
    return zodNode.optional();
  },
});
const valibotNode: v.GenericSchema = v.object({
  bad: v.string(),
  next: v.optional(v.lazy(() => valibotNode)),
});

/** Answers what a validator has found, which is mapped each time. */
function refusing(found: unknown): () => unknown {
  const exchange = exchangeWith({});
  return () => responder.respond(found, exchange);
}

function withMembers(count: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`member-${at}`, at]));
}

function ajvErrors(content: unknown): unknown {
  validateNode(content);
  return validateNode.errors;
}

const SIZES: Readonly<Record<string, (size: number) => () => unknown>> = {
  'field errors': (size) =>
    answer({ errors: Array.from({ length: size }, () => ({ detail: 'no', pointer: '#/a' })) }),
  'depth of an extension': (size) => answer({ tree: nest(size) }),
  'fields set before': (size) => behindFields(size),
  'fields of an error': (size) => withFields(size),
  'characters of Accept / 8': (size) => accepting(size * 8),
  'routes behind notFound()': (size) => routing(size),
  'ajv, errors ever deeper': (size) => refusing(ajvErrors(wrongAtEveryLevel(size))),
  'zod, errors ever deeper': (size) => refusing(zodNode.safeParse(wrongAtEveryLevel(size)).error),
  'valibot, ever deeper': (size) => {
    const { issues } = v.safeParse(valibotNode, wrongAtEveryLevel(size));
    return refusing(new v.ValiError(issues as never));
  },
  'zod, unknown members': (size) => refusing(z.strictObject({}).safeParse(withMembers(size)).error),
};

for (const [what, make] of Object.entries(SIZES)) {
  let before: number | undefined;
  for (let size = 16; size <= 1024; size *= 2) {
    const time = timeOf(make(size));
    const factor = before === undefined ? '' : `  x ${(time / before).toFixed(2)}`;
    console.log(
      `${what.padEnd(26)}${String(size).padStart(6)}${time.toFixed(2).padStart(10)} us${factor}`,
    );
    before = time;
  }
}

/** The best of some rounds: whatever else the machine does can only add to it. */
function timeOf(run: () => unknown): number {
  for (let call = 0; call < WARM_UP; call += 1) run();
  return Math.min(...Array.from({ length: ROUNDS }, () => timeRound(run)));
}

function timeRound(run: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) run();
  return Number(process.hrtime.bigint() - start) / CALLS / 1000;
}
