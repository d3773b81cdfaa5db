import { errorHandler, notFound } from '@faultless/express';
import express, { type Express, type Router } from 'express';
import express4 from 'express4';
import vhost from 'vhost';
import { EXPRESSES, failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const SHOP = { Host: 'shop.example' };
const APP = { Host: 'app.example' };

/** A router and an app of the same version as the app around them. */
const CREATE: Readonly<Record<string, { router: () => Router; app: () => Express }>> = {
  'Express 4': {
    router: () => express4.Router() as unknown as Router,
    app: () => express4() as unknown as Express,
  },
  'Express 5': { router: () => express.Router(), app: () => express() },
};

describe.each(EXPRESSES)('vhost on %s', (name) => {
  const create = CREATE[name];
  if (create === undefined) throw new Error(name);

  function fill<Target extends Router>(target: Target): Target {
    target.get('/items/:id', (_request, response) => {
      response.send('an item');
    });
    target.get('/broken', () => {
      throw failure;
    });
    return target;
  }

  describeNeighbour(
    'beside a router and an app',
    {
      express: (app) => {
        const router = fill(create.router());
        router.use(notFound(router));
        app.use(vhost('shop.example', router as never));
        const inner = fill(create.app() as never) as Express;
        inner.use(notFound()).use(errorHandler({ report: () => undefined }));
        app.use(vhost('app.example', inner as never));
      },
    },
    (company) => {
      const ask = (method: string, path: string, headers: Record<string, string>) =>
        company().raw(`${method} ${path} HTTP/1.1\r\nHost: ${headers.Host ?? ''}\r\n\r\n`);

      it.each([SHOP, APP])('answers of %j what is there, and what fails', async (host) => {
        expect((await ask('GET', '/items/7', host)).text).toBe('an item');
        expect((await ask('GET', '/broken', host)).json()).toMatchObject({ status: 500 });
        expect((await ask('GET', '/nowhere', host)).json()).toMatchObject({ status: 404 });
      });

      it.each([SHOP, APP])('knows of %j which methods there are', async (host) => {
        const refused = await ask('DELETE', '/items/7', host);
        expect([refused.status, refused.value('allow')]).toEqual([405, 'GET, HEAD']);
        const options = await ask('OPTIONS', '/items/7', host);
        expect([options.status, options.value('allow')?.replace(' ', '')]).toEqual([
          200,
          'GET,HEAD',
        ]);
      });
    },
  );
});
