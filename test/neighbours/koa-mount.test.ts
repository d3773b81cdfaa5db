import { errorHandler } from '@faultless/koa';
import { Conflict, type Report } from '@faultless/node';
import Koa from 'koa';
import mount from 'koa-mount';
import { failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const inner: Report[] = [];

/** A mounted app that fails; one has an error handler of its own. */
function mounted(ownHandler: boolean): Koa {
  const app = new Koa();
  app.silent = true;
  if (ownHandler) app.use(errorHandler({ report: (report) => inner.push(report) }));
  app.use((context) => {
    if (context.path === '/closed') throw new Conflict('The order is closed.');
    if (context.path === '/broken') throw failure;
  });
  return app;
}

beforeEach(() => {
  inner.length = 0;
});

describeNeighbour(
  'koa-mount',
  {
    koa: (app) => {
      app.use(mount('/plain', mounted(false)));
      app.use(mount('/own', mounted(true)));
    },
  },
  (company) => {
    it.each([
      ['/plain/closed', 409],
      ['/plain/broken', 500],
      ['/plain/nowhere', 404],
    ])('hands %s on to the app around it', async (path, status) => {
      const answer = await company().request({ path });
      expect([answer.status, answer.json().status]).toEqual([status, status]);
      expect(company().reports).toMatchObject([{ sentStatus: status, path }]);
      expect(inner).toEqual([]);
    });

    it.each([
      ['/own/closed', 409],
      ['/own/broken', 500],
      ['/own/nowhere', 404],
    ])('has %s answered by the handler of the mounted app, once', async (path, status) => {
      const answer = await company().request({ path });
      expect([answer.status, answer.json().status]).toEqual([status, status]);
      expect(inner).toMatchObject([{ sentStatus: status, path }]);
      expect(company().reports).toEqual([]);
    });
  },
);
