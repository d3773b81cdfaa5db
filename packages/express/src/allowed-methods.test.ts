import express5, { type NextFunction, type Request, type Response } from 'express';
import express4 from 'express4';
import { findAllowedMethods, isMethodKnown } from './allowed-methods.js';
import type { Application } from './find-stack.js';

// Their types differ only where this file does not look.
const EXPRESS_4 = express4 as unknown as typeof express5;

const pass = (_request: Request, _response: Response, next: NextFunction) => {
  next();
};

/** The Allow of a path. */
function find(app: object, path: string): string {
  const place = { middleware: undefined, rest: '' };
  return findAllowedMethods(app, path, place).methods.join(', ');
}

/** A router, or an app, with what is put into it. */
function routes<Target>(target: Target, build: (target: Target) => void): Target {
  build(target);
  return target;
}

const PATTERNS: readonly (string | RegExp | string[])[] = [
  ...[
    '/',
    '/a',
    '/a/',
    '/A.b~c-d_e',
    '/a/:id',
    '/:id',
    '/:id/a',
    '/a.:format',
    '/a-:id',
    '/é',
    '/a b',
  ],
  /^\/a/,
  ['/a', '/:id/a'],
];
const PATTERNS_OF_4 = [
  '/ab?',
  '/ab+',
  '/a*',
  '*',
  '/a/?',
  '/a(b)?',
  '/(a|b)',
  '/a/*',
  '/:id?',
  'a',
];
const PATTERNS_OF_5 = ['/a{b}', '/a{/:id}', '{/a}', '/*rest', '/a/*rest', '/a\\?', '/a*rest', 'a'];
const PATHS = [
  ...[
    '/',
    '/a',
    '/A',
    '/a/',
    '/A/',
    '/ab',
    '/abb',
    '/a/7',
    '/7/a',
    '/a.b~c-d_e',
    '/a.json',
    '/a-7',
  ],
  ...['//a', '/a//', '/%61', '/%E9', '/é', '/a%20b', '/a?b', '/b', '/a%', '/a?', '/a;b', '/a/b/c/'],
];

describe.each([
  { version: 'Express 4', express: EXPRESS_4, other: express5 },
  { version: 'Express 5', express: express5, other: EXPRESS_4 },
])('findAllowedMethods on $version', ({ express, other }) => {
  describe('with routers', () => {
    const third = routes(express.Router({ mergeParams: true }), (router) => {
      router.get('/:item', pass);
      router.get('/', pass);
    });
    const second = routes(express.Router(), (router) => router.use('/:order/items', third));
    const first = routes(express.Router(), (router) => {
      router.use('/orders', pass, second);
      router.param('id', () => {
        throw new Error('no request is under way');
      });
      router.put('/:id', pass);
    });
    const app = routes(express(), (app) => {
      app.use(['/v1', '/v2'], first);
      app.use(
        '/v1/:id',
        routes(express.Router(), (router) => router.get('/', pass)),
      );
      app.use(
        /^\/v\d/,
        routes(express.Router(), (router) => router.patch('/regexp', pass)),
      );
      app.use(
        /^\/within/,
        routes(express.Router(), (router) => router.get('/', pass)),
      );
    });

    it.each([
      ['/v1/orders/7/items/8', 'GET, HEAD'],
      ['/v1/orders/7/items/', 'GET, HEAD'],
      ['/v2/orders/7/items', 'GET, HEAD'],
      ['/v3/orders/7/items', ''],
      ['/v1/orders/7', ''],
      ['/v1/9', 'PUT, GET, HEAD'],
      ['/v2/9', 'PUT'],
      ['/v7/regexp', 'PATCH'],
      ['/v1x/9', ''],
      ['/within', 'GET, HEAD'],
      ['/withinasegment', ''],
      ['*', ''],
    ])('finds for %s: %s', (path, methods) => {
      expect(find(app, path)).toBe(methods);
    });

    it('honours case and strictness of each router', () => {
      const exact = express.Router({ caseSensitive: true, strict: true }).get('/Orders', pass);
      const app = routes(express(), (app) => {
        app.enable('strict routing').enable('case sensitive routing');
        app.get('/Exact', pass).use('/a', exact).use('/b', express.Router().get('/Loose', pass));
      });
      expect(find(app, '/Exact')).toBe('GET, HEAD');
      expect(find(app, '/Exact/')).toBe('');
      expect(find(app, '/exact')).toBe('');
      expect(find(app, '/a/Orders')).toBe('GET, HEAD');
      expect(find(app, '/a/Orders/')).toBe('');
      expect(find(app, '/a/orders')).toBe('');
      expect(find(app, '/b/LOOSE/')).toBe('GET, HEAD');
      expect(find(app, '/B/loose')).toBe('');
    });

    it('follows a router that is mounted on itself as far as the path leads', () => {
      const loop = routes(express.Router(), (router) => {
        router.get('/end', pass).use('/a', router);
      });
      const app = express().use(loop);
      expect(find(app, `${'/a'.repeat(50)}/end`)).toBe('GET, HEAD');
      expect(isMethodKnown(app as unknown as Application, 'PROPFIND')).toBe(false);
    });
  });

  describe('with mounted apps', () => {
    it('looks into them, and runs none of their code for it', () => {
      let runs = 0;
      const fail = () => {
        runs += 1;
        throw new Error('a probe got through to the app');
      };
      const mounted = routes(express(), (app) => {
        app.set('query parser', fail);
        app.use(fail);
        app.use((_error: unknown, _request: Request, _response: Response, _next: NextFunction) => {
          fail();
        });
        app.get('/items', pass);
      });
      const app = express().use('/shop', mounted);
      expect(find(app, '/shop/items')).toBe('GET, HEAD');
      expect(find(app, '/shop/items')).toBe('GET, HEAD');
      expect(find(app, '/shop')).toBe('');
      expect(runs).toBe(0);
    });

    it('looks into an app of the other version', () => {
      const app = express().use('/shop', other().get('/items', pass));
      expect(find(app, '/shop/items')).toBe('GET, HEAD');
    });

    it('looks into an app that is mounted on a router', () => {
      const app = express().use('/a', express.Router().use('/b', express().get('/items', pass)));
      expect(find(app, '/a/b/items')).toBe('GET, HEAD');
    });

    it('finds nothing in an app without routes', () => {
      expect(find(express().use(express()), '/')).toBe('');
    });

    it('bears a function of the same name that is not of Express', () => {
      const app = routes(express(), (app) => {
        app.use(function mounted_app(request: Request, response: Response, next: NextFunction) {
          response.vary(request.get('Accept') ?? '*');
          next();
        });
        app.use(function mounted_app(_request: Request, _response: Response, next: NextFunction) {
          next();
        });
        app.get('/orders', pass);
      });
      expect(find(app, '/orders')).toBe('GET, HEAD');
    });
  });

  it('passes layers by that are not of a router of Express', () => {
    const foreign = (stack: readonly unknown[]) => Object.assign(pass.bind(null), { stack });
    const put = { route: { methods: { put: true } } };
    const nested = { handle: foreign([{ match: () => ({ path: '' }), ...put }]) };
    const app = routes(express(), (app) => {
      app.use(foreign([null, undefined, 7, 'text', {}, { match: 'text' }, { route: '/connect' }]));
      app.use(foreign([{ match: () => true }, { match: () => ({ path: 7 }), ...put }]));
      app.use(foreign([{ match: () => ({ path: '/ord' }), ...nested }]));
      app.use(foreign([{ match: () => ({ path: '/longer' }), ...nested }]));
      app.use(foreign([{ match: () => ({ path: '' }), route: {} }]));
      app.get('/orders', pass);
    });
    expect(find(app, '/orders')).toBe('GET, HEAD');
    expect(isMethodKnown(app as unknown as Application, 'PROPFIND')).toBe(false);
  });

  it('asks no route whose path begins otherwise', () => {
    const router = express.Router();
    for (let index = 0; index < 500; index += 1) router.get(`/${index}/:id`, pass);
    let matches = 0;
    for (const layer of router.stack as unknown as { match: (path: string) => unknown }[]) {
      const { match } = layer;
      layer.match = function count(path) {
        matches += 1;
        return match.call(this, path);
      };
    }
    expect(find(express().use('/a', router), '/a/499/7')).toBe('GET, HEAD');
    expect(matches).toBe(1);
  });

  it.each([...PATTERNS, ...(express === EXPRESS_4 ? PATTERNS_OF_4 : PATTERNS_OF_5)])(
    'finds the paths of %s that Express finds itself',
    (pattern) => {
      for (const path of PATHS) {
        let reached = false;
        const app = express().get(pattern, (_request, _response, next) => {
          reached = true;
          next();
        });
        const request = { method: 'GET', url: path, headers: {} } as Request;
        (app as unknown as { handle: (...exchange: unknown[]) => void }).handle(
          request,
          { setHeader: () => undefined },
          () => undefined,
        );
        const [pathname = ''] = path.split('?');
        expect([path, find(app, pathname)]).toEqual([path, reached ? 'GET, HEAD' : '']);
      }
    },
  );

  it('keeps the order of routes, whatever their paths begin with', () => {
    const app = routes(express(), (app) => {
      app.put('/:anything', pass).get('/a', pass).patch('/:anything', pass).delete('/a', pass);
    });
    expect(find(app, '/A')).toBe('PUT, GET, PATCH, DELETE, HEAD');
    expect(find(app, '/b')).toBe('PUT, PATCH');
  });

  it('sees routes that come, go and change places later', () => {
    const router = express.Router().get('/a', pass);
    const app = express().use(router);
    expect(find(app, '/b')).toBe('');
    router.put('/b', pass);
    expect(find(app, '/b')).toBe('PUT');
    router.patch('/b', pass);
    expect(find(app, '/b')).toBe('PUT, PATCH');
    router.stack.reverse();
    expect(find(app, '/b')).toBe('PATCH, PUT');
    router.stack.shift();
    expect(find(app, '/b')).toBe('PUT');
    router.stack.splice(0, 1, ...express.Router().delete('/b', pass).stack);
    expect(find(app, '/b')).toBe('DELETE');
  });
});
