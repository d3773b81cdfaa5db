import { errorHandler } from '@faultless/koa';
import { MethodNotAllowed, type Report } from '@faultless/node';
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('what nobody answered on %s', (_name, create) => {
  async function start(define: (app: Koa) => void, reports: Report[] = []): Promise<Listening> {
    const app = create();
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    define(app);
    return await serve(app.callback());
  }

  function makeRouter(): Router {
    const items = new Router().put('/:item', answer).del('/:item', answer);
    return new Router()
      .get('/orders', answer)
      .post('/orders', answer)
      .all('/all', (_context, next) => next())
      .get('/handed-on', (_context, next) => next())
      .use('/orders', items.routes());
  }

  const answer = (context: Context): void => {
    context.body = 'fine';
  };

  const withRouter = (app: Koa): void => {
    app.use(makeRouter().routes());
  };

  const withAllowedMethods = (app: Koa): void => {
    const router = makeRouter();
    app.use(router.routes()).use(router.allowedMethods());
  };

  const byThrowing = (app: Koa): void => {
    const router = makeRouter();
    app.use(router.routes()).use(router.allowedMethods({ throw: true }));
  };

  const METHODS: readonly (readonly [string, (app: Koa) => void])[] = [
    ['without allowedMethods()', withRouter],
    ['with allowedMethods()', withAllowedMethods],
    ['with allowedMethods({ throw: true })', byThrowing],
  ];

  describe.each(METHODS)('%s', (_how, define) => {
    it.each([
      ['PUT', '/orders', 'GET, HEAD, POST'],
      ['DELETE', '/orders?a=b', 'GET, HEAD, POST'],
      ['GET', '/orders/7', 'DELETE, PUT'],
    ])('is a 405 for %s %s, with Allow: %s', async (method, path, allow) => {
      const { request } = await start(define);
      const response = await request({ method, path });
      expect(response.statusLine).toBe('HTTP/1.1 405 Method Not Allowed');
      expect(response.value('Allow')?.split(', ').sort()).toEqual(allow.split(', '));
      expect(response.value('Content-Type')).toBe('application/problem+json');
      expect(response.json()).toMatchObject({ status: 405 });
    });

    it.each([
      ['GET', '/nowhere'],
      ['POST', '/nowhere'],
      ['GET', '/handed-on'],
      ['POST', '/all'],
    ])('is a 404 for %s %s', async (method, path) => {
      const { request } = await start(define);
      const response = await request({ method, path });
      expect(response.statusLine).toBe('HTTP/1.1 404 Not Found');
      expect(response.values('Allow')).toEqual([]);
      expect(response.json()).toMatchObject({ status: 404 });
    });

    it('is the same for HEAD as for GET', async () => {
      const { request } = await start(define);
      for (const path of ['/nowhere', '/orders/7']) {
        const get = await request({ path });
        const head = await request({ method: 'HEAD', path });
        const withoutDate = get.fields.filter(([name]) => name !== 'Date');
        expect(head.fields.filter(([name]) => name !== 'Date')).toEqual(withoutDate);
        expect(head.body).toHaveLength(0);
      }
    });

    it('is nothing that was answered', async () => {
      const reports: Report[] = [];
      const { request } = await start(define, reports);
      expect((await request({ path: '/orders' })).text).toBe('fine');
      expect((await request({ method: 'HEAD', path: '/orders' })).status).toBe(200);
      expect(reports).toHaveLength(0);
    });
  });

  it('keeps the Allow that a 405 brings', async () => {
    const { request } = await start((app) => {
      const router = new Router().get('/orders', () => {
        throw new MethodNotAllowed(['PATCH']);
      });
      app.use(router.routes());
    });
    expect((await request({ path: '/orders' })).value('Allow')).toBe('PATCH');
  });

  it('names the only method that there is', async () => {
    const { request } = await start((app) => {
      const router = new Router().put('/orders', answer);
      app.use(router.routes()).use(router.allowedMethods({ throw: true }));
    });
    expect((await request({ path: '/orders' })).value('Allow')).toBe('PUT');
  });

  it.each<readonly [string, () => unknown]>([
    ['403', () => Object.assign(new Error('no'), { status: 403 })],
    [
      'what can’t be asked',
      () =>
        Object.defineProperty(new Error('no'), 'status', {
          get: () => {
            throw new Error('nobody reads this');
          },
        }),
    ],
  ])('names no method when a route throws %s', async (_what, make) => {
    const { request } = await start((app) => {
      const router = new Router().get('/orders', () => {
        throw make();
      });
      app.use(router.routes());
    });
    const response = await request({ path: '/orders' });
    expect(response.status).toBeGreaterThanOrEqual(403);
    expect(response.values('Allow')).toEqual([]);
  });

  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();

  it.each<readonly [string, unknown, number, string[]]>([
    ['nothing beside a route', [null, { methods: ['PUT'] }], 405, ['PUT']],
    ['what can’t be asked', revoked, 404, []],
  ])('is told where somebody else has noted %s', async (_what, matched, status, allow) => {
    const { request } = await start((app) => {
      app.use((context) => {
        Object.assign(context, { matched });
      });
    });
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.values('Allow')).toEqual(allow);
  });

  it.each([
    ['nothing', [null, undefined, 7, 'GET', {}]],
    ['names that no header can hold', [{ methods: ['A\r\nB', '', null, {}] }]],
  ])('is answered where somebody else has noted %s as matched', async (_what, matched) => {
    const { request } = await start((app) => {
      app.use((context) => {
        Object.assign(context, { matched });
        if (context.path === '/thrown') throw Object.assign(new Error('no'), { status: 405 });
      });
    });
    expect((await request({ path: '/thrown' })).status).toBe(405);
    expect((await request({ path: '/nowhere' })).status).toBe(404);
  });

  it('is left to allowedMethods() for OPTIONS', async () => {
    const { request } = await start(withAllowedMethods);
    const response = await request({ method: 'OPTIONS', path: '/orders' });
    expect(response.status).toBe(200);
    expect(response.value('Allow')).toMatch(/POST/);
  });

  it('is a 501 for a method that allowedMethods() does not know', async () => {
    const { request } = await start(withAllowedMethods);
    expect((await request({ method: 'PURGE', path: '/orders' })).json()).toMatchObject({
      status: 501,
    });
  });

  it.each([400, 401, 403, 404, 409, 418, 422, 429, 500, 503, 599])(
    'has the status %i that was set without a body',
    async (status) => {
      const { request } = await start((app) => {
        app.use((context) => {
          context.res.statusCode = status;
        });
      });
      const response = await request();
      expect(response.status).toBe(status);
      expect(response.json()).toMatchObject({ status });
      expect(response.value('WWW-Authenticate')).toBe(
        status === 401 ? 'Bearer realm="api"' : undefined,
      );
    },
  );

  it.each([
    [200, ''],
    [404, 'gone'],
    [500, { own: 'error' }],
    [503, Buffer.from('down')],
  ])('is not an answer of %i with a body', async (status, body) => {
    const reports: Report[] = [];
    const { request } = await start((app) => {
      app.use((context) => {
        context.status = status;
        context.body = body;
      });
    }, reports);
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.text).toBe(
      typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body.toString(),
    );
    expect(reports).toHaveLength(0);
  });

  it.each([204, 205, 304])('is not an empty %i', async (status) => {
    const reports: Report[] = [];
    const { request } = await start((app) => {
      app.use((context) => {
        context.status = status;
        context.body = null;
      });
    }, reports);
    const response = await request();
    expect(response.status).toBe(status);
    expect(reports).toHaveLength(0);
  });

  it('is not a response that has begun', async () => {
    const reports: Report[] = [];
    const { request } = await start((app) => {
      app.use((context) => {
        context.res.writeHead(404, { 'X-Own': 'yes' });
      });
    }, reports);
    const response = await request();
    expect([response.status, response.value('X-Own')]).toEqual([404, 'yes']);
    expect(response.text).toBe('Not Found');
    expect(reports).toHaveLength(0);
  });

  it('is not what the app answers by itself', async () => {
    const reports: Report[] = [];
    const { request } = await start((app) => {
      app.use((context) => {
        context.respond = false;
        setTimeout(() => context.res.writeHead(404, { 'Content-Length': 3 }).end('own'), 5);
      });
    }, reports);
    const response = await request();
    expect([response.status, response.text]).toEqual([404, 'own']);
    expect(reports).toHaveLength(0);
  });
});
