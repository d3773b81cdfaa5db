import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { errorHandler } from '@faultless/express';
import { type Boom, badData, badImplementation, boomify, notFound, unauthorized } from '@hapi/boom';
import apiErrorHandler from 'api-error-handler';
import errorhandler from 'errorhandler';
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import strongErrorHandler from 'strong-error-handler';
import { FIELD_ERRORS, FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { type Errors, madeBefore, madeNow } from './errors.js';
import { faultlessErrors } from './faultless-errors.js';
import { httpErrors } from './http-errors.js';
import { bodyOf, findAnswer } from './recorded-answers.js';

const boomErrors: Errors = {
  '/unauthorized': () => unauthorized('sign in', 'Bearer', { realm: 'orders' }),
  '/missing': () => notFound('not here'),
  '/invalid': () => badData('not right', { errors: FIELD_ERRORS }),
  '/broken': () => badImplementation('the pool is empty'),
  '/concealed': () => notFound('not here'),
};

/** The handler that boom's documentation leads to. */
const boomHandler: ErrorRequestHandler = (error: Error, _request, response, _next) => {
  const { output, data }: Boom<object | null> = boomify(error);
  response
    .status(output.statusCode)
    .set(output.headers as Record<string, string>)
    .json({ ...output.payload, ...data });
};

/** All bytes known before, written at once. */
const writeByHand: RequestHandler = (request, response) => {
  const answer = findAnswer(request);
  if (answer === undefined) throw new Error(`no answer to ${request.url}`);
  response.writeHead(answer.status, answer.reason, answer.headers);
  response.end(request.method === 'HEAD' ? '' : bodyOf(answer));
};

/** The least that a thrown error can cost: one that was made before, and bytes known before. */
const writeThrown: ErrorRequestHandler = (_error, request, response, next) => {
  writeByHand(request as Request, response, next);
};

/** What a person writes with Express's own means. */
const respondByHand: RequestHandler = (request, response) => {
  const answer = findAnswer(request);
  if (answer === undefined) throw new Error(`no answer to ${request.url}`);
  response.status(answer.status).set(answer.fields);
  if (answer.problem === undefined) response.send(bodyOf(answer));
  else response.json({ ...answer.problem, instance: `urn:uuid:${randomUUID()}` });
};

/** Likewise, where an error brings the request to an error handler. */
const respondThrown: ErrorRequestHandler = (_error, request, response, next) => {
  respondByHand(request as Request, response, next);
};

function byHand(handler: RequestHandler, etag?: false): Contender['create'] {
  return () =>
    serve((app) => {
      if (etag === false) app.disable('etag');
      app.get(Object.keys(httpErrors), handler);
    });
}

function throwing(
  errors: Errors,
  handler?: ErrorRequestHandler,
  etag?: false,
): Contender['create'] {
  return () =>
    serve((app) => {
      if (etag === false) app.disable('etag');
      // One route for all, as above: on its way to an error handler, Express asks each that stands behind.
      app.get(Object.keys(errors), ({ url }) => {
        throw errors[url]?.();
      });
      if (handler !== undefined) app.use(handler);
    });
}

function serve(mount: (app: express.Express) => unknown): ReturnType<typeof createServer> {
  const app = express();
  app.set('env', 'production');
  app.get('/fine', (_request, response) => {
    response.json(FINE);
  });
  mount(app);
  return createServer(app);
}

const silent = { log: false } as const;

export const EXPRESS: readonly Contender[] = [
  { group: 'express', name: 'floor: writeHead by hand', floor: true, create: byHand(writeByHand) },
  { group: 'express', name: 'res.status().set().json() by hand', create: byHand(respondByHand) },
  {
    group: 'express',
    name: 'res.status().set().json() by hand, etag off',
    create: byHand(respondByHand, false),
  },
  {
    group: 'express',
    name: 'thrown, writeHead by hand',
    create: throwing(madeBefore, writeThrown),
  },
  {
    group: 'express',
    name: 'an Error made and thrown, res.json() by hand, etag off',
    create: throwing(madeNow, respondThrown, false),
  },
  {
    group: 'express',
    name: 'Faultless',
    create: throwing(faultlessErrors, errorHandler({ report: () => undefined })),
  },
  {
    group: 'express',
    name: 'express default + http-errors',
    create: throwing(httpErrors),
  },
  { group: 'express', name: 'boom + handler', create: throwing(boomErrors, boomHandler) },
  {
    group: 'express',
    name: 'strong-error-handler',
    create: throwing(httpErrors, strongErrorHandler(silent)),
  },
  { group: 'express', name: 'api-error-handler', create: throwing(httpErrors, apiErrorHandler()) },
  { group: 'express', name: 'errorhandler', create: throwing(httpErrors, errorhandler(silent)) },
];
