import { createServer } from 'node:http';
import { errorHandler } from '@faultless/koa';
import Koa, { type Middleware } from 'koa';
import koaJsonError from 'koa-json-error';
import { onerror as koaOnerror } from 'koa-onerror';
import { FINE } from '../scenarios.js';
import type { Contender } from './contender.js';
import { type Errors, madeBefore, madeNow } from './errors.js';
import { faultlessErrors } from './faultless-errors.js';
import { httpErrors } from './http-errors.js';
import { bodyOf, findAnswer, type RecordedAnswer, stringifiedBodyOf } from './recorded-answers.js';

function writing(bodyOf: (answer: RecordedAnswer) => string): Middleware {
  return (context, next) => {
    const answer = findAnswer(context.req);
    if (answer === undefined) return next();
    context.status = answer.status;
    context.message = answer.reason;
    for (let at = 0; at < answer.headers.length; at += 2) {
      context.set(String(answer.headers[at]), String(answer.headers[at + 1]));
    }
    context.body = bodyOf(answer);
  };
}

const writeByHand = writing(bodyOf);
const stringifyByHand = writing(stringifiedBodyOf);

/** The least that a middleware of error handling can cost. */
function catching(write: Middleware): Middleware {
  return async (context, next) => {
    try {
      await next();
    } catch {
      await write(context, next);
    }
  };
}

function throwing(errors: Errors): Middleware {
  return (context) => {
    const create = errors[context.path];
    if (create !== undefined) throw create();
    context.body = FINE;
  };
}

function serve(mount: (app: Koa) => unknown): Contender['create'] {
  return () => {
    const app = new Koa();
    app.silent = true;
    mount(app);
    app.use((context) => {
      context.body = FINE;
    });
    const listener = app.callback();
    return createServer((request, response) => {
      void listener(request, response);
    });
  };
}

export const KOA: readonly Contender[] = [
  {
    group: 'koa',
    name: 'floor: body by hand',
    floor: true,
    create: serve((app) => app.use(writeByHand)),
  },
  {
    group: 'koa',
    name: 'thrown, body by hand',
    create: serve((app) => app.use(catching(writeByHand)).use(throwing(madeBefore))),
  },
  {
    group: 'koa',
    name: 'body stringified by hand',
    create: serve((app) => app.use(stringifyByHand)),
  },
  {
    group: 'koa',
    name: 'an Error made and thrown, body stringified by hand',
    create: serve((app) => app.use(catching(stringifyByHand)).use(throwing(madeNow))),
  },
  {
    group: 'koa',
    name: 'Faultless',
    create: serve((app) =>
      app.use(errorHandler({ report: () => undefined })).use(throwing(faultlessErrors)),
    ),
  },
  {
    group: 'koa',
    name: 'koa default',
    create: serve((app) => app.use(throwing(httpErrors))),
  },
  {
    group: 'koa',
    name: 'koa-json-error',
    create: serve((app) => app.use(koaJsonError()).use(throwing(httpErrors))),
  },
  {
    group: 'koa',
    name: 'koa-onerror',
    create: serve((app) => {
      koaOnerror(app);
      app.use(throwing(httpErrors));
    }),
  },
];
