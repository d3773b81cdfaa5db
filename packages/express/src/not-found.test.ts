import { once } from 'node:events';
import { createServer, type IncomingMessage, request as ping, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express5, { type Express, type NextFunction, type Request, type Response } from 'express';
import express4 from 'express4';
import supertest from 'supertest';
import { findStack } from './find-stack.js';
import { notFound } from './not-found.js';

// Their types differ only where this file does not look.
const VERSIONS = [
  { version: 'Express 4', express: express4 as unknown as typeof express5, any: '*' },
  { version: 'Express 5', express: express5, any: '/{*any}' },
];

const pass = (_request: Request, _response: Response, next: NextFunction) => {
  next();
};
const cors = (_request: Request, response: Response, next: NextFunction) => {
  response.set('X-Cors', 'yes');
  next();
};
const answer = (request: Request, response: Response) => {
  response.json({ answered: request.method });
};
const showError = (error: unknown, _: Request, response: Response, _next: NextFunction) => {
  const { status, headers } = error as { status: number; headers: object };
  response.status(status).set({ 'X-Handled': 'yes', ...headers });
  response.end();
};

/** Sends a request such as `PUT /orders`, and gives `405 GET, HEAD`: the status and Allow. */
async function ask(app: Express, line: string): Promise<string> {
  const [method = '', path = ''] = line.split(' ');
  const { status, headers } = await supertest(app)[method.toLowerCase() as 'get'](path);
  const { allow, 'x-handled': handled } = headers as Record<string, string | undefined>;
  if (status === 404) expect(handled).toBe('yes');
  return allow === undefined ? String(status) : `${status} ${allow}`;
}

it('is taken by the types of both', () => {
  express5().use(notFound());
  express5.Router().use('/a', notFound());
  express4().use(notFound());
  express4.Router().use('/a', notFound());
  const router = express5.Router();
  router.use(notFound(router));
  const router4 = express4.Router();
  router4.use(notFound(router4));
  const app4 = express4();
  app4.use(notFound(app4));
});

describe.each(VERSIONS)('notFound on $version', ({ express, any }) => {
  it('does not leave requests alone when nobody has called it', async () => {
    const app = express();
    // @ts-expect-error it makes the middleware, and is none
    app.use(notFound);
    app.use((error: unknown, _: Request, response: Response, _next: NextFunction) => {
      response.status(500).send(String(error));
    });
    const { text } = await supertest(app).get('/');
    expect(text).toBe(
      'TypeError: notFound takes nothing but the router that it is mounted in; mount it as notFound()',
    );
  });

  it.each([{}, pass, null, { stack: [] }])('refuses %p, which is no router', (router) => {
    expect(() => notFound(router as never)).toThrow(TypeError);
  });

  /** An app that ends as the documentation says. */
  function create(build: (app: Express) => void): Express {
    const app = express();
    build(app);
    return app.use(notFound()).use(showError);
  }

  /** A router, or an app, with what is put into it. */
  function routes<Target>(target: Target, build: (target: Target) => void): Target {
    build(target);
    return target;
  }

  describe('of an app', () => {
    const app = create((app) => {
      app.get('/orders', answer);
      app.post('/orders', answer);
      app.delete('/orders/:id', answer);
      app.get('/passed', pass);
      app.route('/chain').put(answer).patch(answer).get(answer);
      app.get(/^\/archive\/\d+$/, answer);
      app.get(['/one', '/two'], answer);
      app.head('/head-only', answer);
      app.route('/nothing');
      app.get('/Case', answer);
    });

    it.each([
      ['GET /orders', '200'],
      ['PUT /orders', '405 GET, POST, HEAD'],
      ['TRACE /orders', '405 GET, POST, HEAD'],
      ['PUT /orders?a=/b#c', '405 GET, POST, HEAD'],
      ['PUT /orders/', '405 GET, POST, HEAD'],
      ['PUT /ORDERS', '405 GET, POST, HEAD'],
      ['GET /orders/7', '405 DELETE'],
      ['HEAD /orders/7', '405 DELETE'],
      ['DELETE /chain', '405 PUT, PATCH, GET, HEAD'],
      ['POST /archive/12', '405 GET, HEAD'],
      ['POST /archive/x', '404'],
      ['POST /two', '405 GET, HEAD'],
      ['GET /head-only', '405 HEAD'],
      ['GET /nothing', '404'],
      ['GET /nowhere', '404'],
      ['DELETE /orders/a/b', '404'],
      ['POST /case', '405 GET, HEAD'],
    ])('answers %s with %s', async (line, expected) => {
      expect(await ask(app, line)).toBe(expected);
    });

    it.each(['GET /passed', 'HEAD /passed'])('takes a %s handed on for a 404', async (line) => {
      expect(await ask(app, line)).toBe('404');
    });

    it('answers HEAD wherever GET is', async () => {
      expect(await ask(app, 'HEAD /orders')).toBe('200');
    });
  });

  describe('with app.all', () => {
    const app = create((app) => {
      app.all(any, pass);
      app.all('/all', pass);
      app.get('/guarded', answer);
      app.route('/chain').all(pass).get(answer).post(answer);
      app.get('/fallback', pass);
      app.all('/fallback', pass);
      app.route('/chain-fallback').get(answer).all(pass);
    });

    it.each([
      ['DELETE /all', '404'],
      ['PROPFIND /all', '404'],
      ['DELETE /nowhere', '404'],
      ['DELETE /guarded', '405 GET, HEAD'],
      ['DELETE /chain', '405 GET, POST, HEAD'],
      ['DELETE /fallback', '404'],
      ['GET /fallback', '404'],
      ['DELETE /chain-fallback', '404'],
    ])('answers %s with %s', async (line, expected) => {
      expect(await ask(app, line)).toBe(expected);
    });
  });

  describe('with methods beyond HTTP', () => {
    it('answers 501 to a method that no route takes', async () => {
      const app = create((app) => app.get('/orders', answer));
      expect(await ask(app, 'PROPFIND /orders')).toBe('501');
      expect(await ask(app, 'PROPFIND /nowhere')).toBe('501');
    });

    it('answers 405 or 404 to one that some route takes, however deep', async () => {
      const deep = routes(express.Router(), (router) => router.propfind('/files', answer));
      const app = create((app) => {
        app.get('/orders', answer);
        app.use(
          '/dav',
          routes(express(), (dav) => dav.use('/a', deep)),
        );
      });
      expect(await ask(app, 'PROPFIND /dav/a/files')).toBe('200');
      expect(await ask(app, 'PROPFIND /orders')).toBe('405 GET, HEAD');
      expect(await ask(app, 'PROPFIND /nowhere')).toBe('404');
      expect(await ask(app, 'MKCOL /dav/a/files')).toBe('501');
    });

    it('tells 404 and 501 apart in an app of middleware only', async () => {
      const app = create((app) => app.use(pass).use('/a', pass));
      expect(await ask(app, 'GET /a')).toBe('404');
      expect(await ask(app, 'DELETE /a')).toBe('404');
      expect(await ask(app, 'PROPFIND /a')).toBe('501');
    });

    it('answers 404 to one that a route takes with all others', async () => {
      const app = create((app) => app.route('/every').all(answer));
      expect(await ask(app, 'PROPFIND /nowhere')).toBe('404');
    });

    it('answers 404 in an app of nothing else', async () => {
      expect(
        await ask(
          create(() => undefined),
          'POST /',
        ),
      ).toBe('404');
    });
  });

  describe('with OPTIONS', () => {
    it('leaves the answer to Express', async () => {
      const app = create((app) => app.get('/orders', answer).post('/orders', answer));
      const { status, headers } = await supertest(app).options('/orders');
      expect(status).toBe(200);
      expect(headers.allow?.split(/, ?/).sort()).toEqual(['GET', 'HEAD', 'POST']);
    });

    it('leaves it to Express for routes of the app around a router', async () => {
      const inner = routes(express.Router(), (router) => router.use(notFound()));
      const app = create((app) => app.get('/a/b', answer).use('/a', inner));
      expect(await ask(app, 'OPTIONS /a/b')).toMatch(/^200 GET, ?HEAD$/);
    });

    it('answers OPTIONS * itself, as a question about the server', async () => {
      const app = create((app) => app.use(cors).get('/orders', answer));
      const server = createServer(app).listen(0);
      const { port } = server.address() as AddressInfo;
      const request = ping({ port, method: 'OPTIONS', path: '*' }).end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      server.close();
      expect([response.statusCode, response.headers['x-cors']]).toEqual([204, 'yes']);
      await once(response.resume(), 'end');
    });

    it('answers 404 where Express would not answer', async () => {
      const closed = routes(express.Router(), (router) => {
        router.use((_request, _response, next) => {
          next('router');
        });
        router.get('/b', answer);
      });
      const app = create((app) => {
        app.all('/all', pass).options('/own', pass).route('/nothing');
        app.route('/every').all(pass);
        app.use('/closed', closed);
      });
      for (const path of ['/all', '/own', '/nothing', '/every', '/nowhere', '/closed/b']) {
        expect([path, await ask(app, `OPTIONS ${path}`)]).toEqual([path, '404']);
      }
    });
  });

  describe('of a router', () => {
    const inner = routes(express.Router(), (router) => {
      router.get('/items', answer).use(notFound());
      router.put('/items', answer);
    });
    const app = create((app) => {
      app.get('/:area/items', pass);
      app.use(
        '/:area',
        routes(express.Router(), (router) => router.use('/deep', inner)),
      );
      app.use('/shop', inner);
      app.patch('/shop/items', answer);
    });

    it.each([
      ['POST /shop/items', '405 GET, HEAD'],
      ['PUT /shop/items', '405 GET, HEAD'],
      ['PATCH /shop/items', '405 GET, HEAD'],
      ['POST /any/deep/items', '405 GET, HEAD'],
      ['POST /any/deep/other', '404'],
      ['POST /items', '404'],
    ])('answers %s with %s, of routes that come before it', async (line, expected) => {
      expect(await ask(app, line)).toBe(expected);
    });
  });

  describe('with mounted apps', () => {
    const own = () =>
      routes(express(), (app) => {
        app.get('/items', answer).use(notFound());
      });
    const bare = () => routes(express(), (app) => app.use(pass).get('/items', answer));

    it.each([
      ['the mounted app has its own', own],
      ['the app around it has one', bare],
    ])('answers when %s', async (_, createMounted) => {
      const app = create((app) => {
        app.put('/:tenant/items', answer);
        app.use('/shop', createMounted());
        app.use(
          '/:tenant/deep',
          routes(express(), (middle) => middle.use('/er', createMounted())),
        );
      });
      expect(await ask(app, 'POST /shop/items')).toBe('405 PUT, GET, HEAD');
      expect(await ask(app, 'POST /shop/items')).toBe('405 PUT, GET, HEAD');
      expect(await ask(app, 'POST /shop/nothing')).toBe('404');
      expect(await ask(app, 'POST /items')).toBe('404');
      expect(await ask(app, 'POST /a/deep/er/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'PROPFIND /shop/items')).toBe('501');
    });

    it('runs none of its middleware to look into it', async () => {
      const seen: string[] = [];
      const app = create((app) => {
        const mounted = express();
        mounted.use(({ method, url }, _response, next) => {
          seen.push(`${method} ${url}`);
          next();
        });
        app.use('/shop', mounted.get('/items', answer));
      });
      expect(await ask(app, 'POST /shop/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /nothing')).toBe('404');
      expect(seen).toEqual(['POST /items']);
    });

    it('answers in an app without routes that is mounted', async () => {
      const app = create((app) => app.use('/empty', express()));
      expect(await ask(app, 'POST /empty/a')).toBe('404');
    });

    it('answers in an app that is mounted on a router', async () => {
      const router = routes(express.Router(), (router) => router.use('/b', own()));
      const app = create((app) => app.use('/a', router));
      expect(await ask(app, 'POST /a/b/items')).toBe('405 GET, HEAD');
    });
  });

  describe('wrapped in another function', () => {
    const wrapped = () => {
      const middleware = notFound();
      return (request: Request, response: Response, next: NextFunction) => {
        middleware(request, response, next);
      };
    };

    it('answers in an app, in a router, and in a mounted app', async () => {
      const items = <Target extends express5.Router>(target: Target) =>
        routes(target, (target) => target.get('/items', answer).use(wrapped()));
      const app = create((app) => {
        app.use('/router', items(express.Router()));
        app.use('/app', items(express()));
        app.use(
          '/both',
          routes(express(), (both) => both.use('/router', items(express.Router()))),
        );
        app.put('/app/items', answer).get('/own', answer).use(wrapped());
      });
      expect(await ask(app, 'POST /own')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /router/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /app/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /both/router/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /router/own')).toBe('404');
      expect(await ask(app, 'OPTIONS /own')).toMatch(/^200 GET, ?HEAD$/);
    });
  });

  describe('of a router that a function calls', () => {
    const call =
      (inner: express5.Router): express5.RequestHandler =>
      (...step) => {
        inner(...step);
      };
    const items = (build: (router: express5.Router) => unknown) =>
      routes(express.Router(), (router) => {
        router.get('/items/:id', answer).post('/items/:id', answer);
        build(router);
      });
    const app = create((app) => {
      app.put('/shop/own', answer);
      app.use('/shop', call(items((router) => router.use(notFound(router)))));
      app.use('/unnamed', call(items((router) => router.use(notFound()))));
      const both = items((router) => router.use(notFound(router)));
      app.patch('/plain/items/:id', answer).use('/plain', both);
      app.use('/called', call(both));
    });

    it.each([
      ['DELETE /shop/items/7', '405 GET, POST, HEAD'],
      ['PROPFIND /shop/items/7', '501'],
      ['PUT /shop/nothing', '404'],
      ['OPTIONS /shop/nothing', '404'],
      ['DELETE /plain/items/7', '405 PATCH, GET, POST, HEAD'],
      ['DELETE /called/items/7', '405 GET, POST, HEAD'],
      // Which router it was is not to be known.
      ['DELETE /unnamed/items/7', '404'],
      ['OPTIONS /unnamed/nothing', '404'],
    ])('answers %s with %s', async (line, expected) => {
      expect(await ask(app, line)).toBe(expected);
    });

    it('answers an OPTIONS that it has no route for, and hands it on to nobody', async () => {
      const named = items((router) => router.use(notFound(router)));
      const app = express().use('/shop', call(named), answer).use(showError);
      expect(await ask(app, 'OPTIONS /shop/nothing')).toBe('404');
    });

    it.each(['/shop', '/plain', '/called', '/unnamed'])(
      'leaves OPTIONS of %s to Express',
      async (area) => {
        const { status, headers } = await supertest(app).options(`${area}/items/7`);
        expect(status).toBe(200);
        expect(headers.allow?.split(/, ?/)).toEqual(
          expect.arrayContaining(['GET', 'HEAD', 'POST']),
        );
      },
    );
  });

  describe('with instrumentation, which wraps whatever an app uses', () => {
    /** OpenTelemetry's keeps the members of what it wraps, but not the name. */
    const instrument = <Target extends Express>(app: Target): Target => {
      for (const layer of findStack(app)) {
        const { handle, route } = layer as { handle: express5.RequestHandler; route?: object };
        if (route !== undefined || handle.length > 3) continue;
        const wrapper: express5.RequestHandler = (...step) => handle(...step);
        Object.assign(layer, { handle: Object.assign(wrapper, handle) });
      }
      return app;
    };

    it('answers in an app, in a router, and in a mounted app', async () => {
      const items = <Target extends express5.Router>(target: Target) =>
        routes(target, (target) => target.get('/items', answer).use(notFound()));
      const app = create((app) => {
        app.all('/app/items', pass);
        app.use('/router', items(express.Router()));
        app.use('/app', instrument(items(express())));
        app.get('/own', answer);
      });
      instrument(app);
      expect(await ask(app, 'POST /own')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /router/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /app/items')).toBe('405 GET, HEAD');
      expect(await ask(app, 'POST /app/own')).toBe('404');
    });
  });

  describe('with hostile requests', () => {
    it('takes a path that can not be decoded for no match', async () => {
      const app = create((app) => {
        app.get('/orders/:id', answer);
        // Express itself says 400; this one swallows it.
        app.use((_error: unknown, _request: Request, _response: Response, next: NextFunction) => {
          next();
        });
      });
      expect(await ask(app, 'GET /orders/%zz')).toBe('404');
      expect(await ask(app, 'POST /orders/%E0%A4%A')).toBe('404');
    });

    it('answers a long path', async () => {
      const app = create((app) => app.get('/a/:id', answer));
      expect(await ask(app, `POST /a/${'x'.repeat(12_000)}`)).toBe('405 GET, HEAD');
      expect(await ask(app, `POST /${'/'.repeat(12_000)}`)).toBe('404');
    });

    it('leaves the parameters of requests under way alone', async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let started = () => {};
      const underWay = new Promise<void>((resolve) => {
        started = resolve;
      });
      const app = create((app) => {
        app.param('id', (_request, _response, next) => {
          started();
          void held.then(() => {
            next();
          });
        });
        app.get('/orders/:id', (request, response) => {
          response.json(request.params);
        });
      });
      const slow = supertest(app)
        .get('/orders/first')
        .then(({ body }) => body as unknown);
      await underWay;
      expect(await ask(app, 'POST /orders/second')).toBe('405 GET, HEAD');
      release();
      expect(await slow).toEqual({ id: 'first' });
    });
  });
});

it.each(['', '/shop'])('answers 404 without an app around it, below %j', (baseUrl) => {
  const errors: unknown[] = [];
  const request = { method: 'POST', url: '/', path: '/', baseUrl } as unknown as Request;
  notFound()(request, new ServerResponse(request), (error) => errors.push(error));
  expect(errors).toMatchObject([{ status: 404 }]);
});
