// The neighbours that a stack is made of, and what runs beneath them.
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import * as faultlessExpress from '@faultless/express';
import { HttpError, errorHandler as koaErrorHandler, lastEvent } from '@faultless/koa';
import koaCors from '@koa/cors';
import compression from 'compression';
import cookieSession from 'cookie-session';
import cors from 'cors';
import { rateLimit } from 'express-rate-limit';
import session from 'express-session';
import helmet from 'helmet';
import koaCompress from 'koa-compress';
import { createSession } from 'koa-session';
import morgan from 'morgan';
import onHeaders from 'on-headers';
import passport from 'passport';
import { pinoHttp } from 'pino-http';
import { HALF, WHOLE } from './plan.mjs';

const folder = mkdtempSync(join(tmpdir(), 'neighbours-'));
const FILE = join(folder, 'whole.txt');
writeFileSync(FILE, WHOLE);
process.on('exit', () => rmSync(folder, { recursive: true }));

const failure = (status) => new HttpError(status);
const nowhere = { write: () => true };

/** Middleware that knows only what Node gives; it stands in either framework. */
const SHARED = {
  helmet: () => helmet(),
  morgan: () => morgan('combined', { stream: nowhere }),
  'pino-http': () => pinoHttp({}, nowhere),
  'on-headers': () => (_request, response, next) => {
    onHeaders(response, () => response.setHeader('X-Response-Time', '1ms'));
    next();
  },
};

const ON_EXPRESS = {
  ...SHARED,
  compression: () => compression({ threshold: 0 }),
  'compression, threshold': () => compression(),
  cors: () => cors({ origin: 'https://app.example', credentials: true }),
  'express-session': () => session({ secret: 'a', resave: false, saveUninitialized: true }),
  'cookie-session': () => cookieSession({ secret: 'a' }),
  'rate limit': () => rateLimit({ limit: 1e9, standardHeaders: 'draft-8', validate: false }),
  passport: () => passport.initialize(),
  json: (framework) => framework.json(),
};

const inKoa = (step) => async (context, next) => {
  await new Promise((resolve, reject) => {
    step(context.req, context.res, (error) => (error ? reject(error) : resolve()));
  });
  await next();
};

const ON_KOA = {
  ...Object.fromEntries(Object.entries(SHARED).map(([name, make]) => [name, () => inKoa(make())])),
  'koa-compress': () => koaCompress({ threshold: 0 }),
  'koa-compress, threshold': () => koaCompress(),
  '@koa/cors': () => koaCors({ origin: 'https://app.example' }),
  'koa-session': (app) => createSession({ signed: false }, app),
};

/** Some of them, in any order. */
export function pickNeighbours(framework, random) {
  const left = Object.keys(framework.startsWith('express') ? ON_EXPRESS : ON_KOA);
  const picked = [];
  for (let count = random(6); count > 0; count -= 1) {
    picked.push(...left.splice(random(left.length), 1));
  }
  // Both take `request.session` for theirs.
  const sessions = picked.filter((name) => name.endsWith('-session'));
  return picked.filter((name) => !sessions.slice(1).includes(name));
}

/**
 * @param stack the names of the neighbours, the outermost first, and whether a last event is sent
 * @param find the plan of a request's path
 */
export async function buildStack(framework, stack, { find, report }) {
  const options = { report, ...(stack.lastEvent ? { lastEvent } : {}) };
  const { default: create } = await import(framework);
  if (framework.startsWith('koa')) return buildOnKoa(create, stack, { find, options });
  const app = create();
  for (const name of stack.names) app.use(ON_EXPRESS[name](create));
  app.get('/probe/:index', (request, response) => response.send(request.originalUrl));
  app.use((request, response, next) => {
    const plan = find(request.originalUrl);
    carryOut(plan, response, next).catch(next);
  });
  app.use(faultlessExpress.errorHandler(options));
  return app;
}

async function carryOut({ kind, point, status, late }, response, next) {
  if (late) await sleep(1);
  if (point === 'before') throw failure(status);
  if (point === 'after') response.once('finish', () => next(failure(status)));
  if (kind === 'nothing') {
    if (point === 'head' || point === 'middle') response.flushHeaders();
    else response.status(late ? 204 : 200).end();
  } else if (kind === 'json' && (point === 'fine' || point === 'after')) {
    response.type('text/plain').send(WHOLE);
  } else if (kind === 'file') {
    await sendFile(point, response);
  } else {
    response.type(kind === 'sse' ? 'text/event-stream' : 'text/plain');
    if (point === 'head') response.flushHeaders();
    else if (point === 'middle') response.write(HALF);
    else {
      response.write(HALF);
      response.end(WHOLE.slice(HALF.length));
    }
    if (late) response.flush?.();
  }
  if (point !== 'head' && point !== 'middle') return;
  if (late) await sleep(2);
  throw failure(status);
}

async function sendFile(point, response) {
  if (point === 'fine' || point === 'after') {
    await new Promise((resolve, reject) => {
      response.sendFile(FILE, (error) => (error ? reject(error) : resolve()));
    });
    return;
  }
  response.type('text/plain').set('Content-Length', String(WHOLE.length));
  if (point === 'head') response.flushHeaders();
  else response.write(HALF);
}

function buildOnKoa(Application, stack, { find, options }) {
  const app = new Application();
  app.silent = true;
  app.keys = ['a'];
  stack.names.forEach((name, at) => {
    if (at === stack.handlerAt) app.use(koaErrorHandler(options));
    app.use(ON_KOA[name](app));
  });
  if (stack.handlerAt >= stack.names.length) app.use(koaErrorHandler(options));
  app.use(async (context) => {
    if (context.path.startsWith('/probe/')) {
      context.body = context.path;
      return;
    }
    await carryOutOnKoa(find(context.path), context);
  });
  return app.callback();
}

async function carryOutOnKoa({ kind, point, status, late }, context) {
  if (late) await sleep(1);
  if (point === 'before') throw failure(status);
  if (point === 'after') {
    context.status = 200;
    context.respond = false;
    context.type = 'text/plain';
    context.res.end(WHOLE);
    await once(context.res, 'finish');
    throw failure(status);
  }
  context.type = kind === 'sse' ? 'text/event-stream' : 'text/plain';
  if (point === 'fine') {
    if (kind === 'nothing') context.status = 204;
    else if (kind === 'file') context.body = createReadStream(FILE);
    else context.body = WHOLE;
    return;
  }
  const body = new PassThrough();
  context.body = body;
  if (kind === 'file') context.length = WHOLE.length;
  if (kind === 'sse') context.flushHeaders();
  if (point === 'middle') body.write(HALF);
  setTimeout(() => body.destroy(failure(status)), late ? 2 : 0);
}
