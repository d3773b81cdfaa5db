import type Koa from 'koa';
import { createSession } from 'koa-session';
import session6 from 'koa-session6';
import { describeNeighbour } from './support/describe-neighbour.js';

type Create = (options: { signed: false }, app: Koa) => Koa.Middleware;

describe.each<readonly [string, Create]>([
  ['koa-session 7', createSession],
  ['koa-session 6', session6],
])('%s', (_version, create) => {
  describeNeighbour('around the handlers', {
    koa: (app) => {
      app.use(create({ signed: false }, app));
      app.use((context, next) => {
        Object.assign((context as unknown as { session: object }).session, { seen: Date.now() });
        return next();
      });
    },
    stays: ['set-cookie'],
    // It sets its cookie whatever has been sent.
    behind: expect.objectContaining({ code: 'ERR_HTTP_HEADERS_SENT' }),
  });
});
