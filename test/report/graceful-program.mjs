// Fails outside of any request, while one is under way, with close-with-grace.
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { errorHandler } from '@faultless/express';
import { reportTo } from '@faultless/report';
import { pinoSink } from '@faultless/report/pino';
import { sentrySink } from '@faultless/report/sentry';
import * as Sentry from '@sentry/node';
import closeWithGrace from 'close-with-grace';
import express from 'express';
import { pino } from 'pino';

// Otherwise it prints rejections as they are.
const quiet = Sentry.onUnhandledRejectionIntegration({ mode: 'none' });
Sentry.init({ dsn: process.env.DSN, integrations: [quiet] });

const report = reportTo([pinoSink(pino()), sentrySink(Sentry)]);
const app = express();
app.get('/', (_request, response) => {
  response.write('half ');
  setTimeout(() => response.end('and whole'), 200);
});
app.use(errorHandler({ report }));
const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');

closeWithGrace({ delay: 10_000 }, async ({ err }) => {
  if (err !== undefined) report.stray(err);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await Sentry.close(2000);
});

get({ port: server.address().port, agent: false }, async (response) => {
  const failure = new TypeError(`nobody caught Bearer ${process.env.PLANTED}`);
  if (process.argv[2] === 'unhandledRejection') void Promise.reject(failure);
  else
    setImmediate(() => {
      throw failure;
    });
  console.log(await text(response));
});
