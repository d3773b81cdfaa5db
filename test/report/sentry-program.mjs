// Answers requests with all that Sentry's SDK does by itself, and prints the events of each.
import { once } from 'node:events';
import { createServer } from 'node:http';
import * as express from '@faultless/express';
import * as koa from '@faultless/koa';
import { reportTo } from '@faultless/report';
import { sentrySink } from '@faultless/report/sentry';
import * as Sentry from '@sentry/node';
import createExpress from 'express';
import Koa from 'koa';
import { events } from './sentry-instrument.mjs';

const report = reportTo([sentrySink(Sentry)]);
const SECRET = process.env.PLANTED;

function fail(path, text = 'no such luck') {
  if (path === '/text') throw text;
  if (path === '/absent') throw new express.NotFound();
  if (path !== '/taken') throw new TypeError(`no such luck, Bearer ${SECRET}`);
  const error = new Error('duplicate key value violates unique constraint "a"');
  const fields = { severity: 'ERROR', code: '23505', routine: '_bt_check_unique' };
  throw Object.assign(error, fields, { detail: `Key (name)=(${SECRET}) already exists.` });
}

function createExpressApp({ theirs, ours }) {
  const app = createExpress();
  app.get('/:name', ({ path }) => fail(path, ours ? undefined : 'nobody answers'));
  if (theirs) Sentry.setupExpressErrorHandler(app);
  if (ours) app.use(express.errorHandler({ report }));
  else app.use((_error, _request, response, _next) => response.status(500).end());
  return app;
}

function createKoaApp({ theirs, ours }) {
  const app = new Koa();
  if (ours) app.use(koa.errorHandler({ report }));
  app.use(({ path }) => fail(path, ours ? undefined : 'nobody answers'));
  if (theirs) Sentry.setupKoaErrorHandler(app);
  return app.callback();
}

const create = { express: createExpressApp, koa: createKoaApp }[process.argv[2]];
const said = {};
for (const [name, by] of [
  ['ours', { ours: true }],
  ['both', { ours: true, theirs: true }],
  ['theirs', {}],
]) {
  const server = createServer(create(by)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (const path of ['/absent', '/taken', '/fault', '/text']) {
    events.length = 0;
    const headers = { authorization: `Bearer ${SECRET}`, cookie: `id=${SECRET}` };
    const address = `http://127.0.0.1:${server.address().port}${path}?key=${SECRET}`;
    const { status } = await fetch(address, { headers });
    await Sentry.flush();
    said[`${name} ${path}`] = { status, events: [...events] };
  }
  server.closeAllConnections();
  server.close();
}
console.log(JSON.stringify(said));
process.exit(0);
