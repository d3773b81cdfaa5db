import express, { type Router } from 'express';
import express4 from 'express4';
import request from 'supertest';
import { errorHandler } from './error-handler.js';
import { notFound } from './not-found.js';

describe.each([
  ['Express 5', express],
  ['Express 4', express4 as unknown as typeof express],
])('notFound on %s', (_name, framework) => {
  function build(): express.Express {
    const app = framework();
    const deep = framework.Router();
    deep.get('/leaf/:id', (_req, _res, next) => {
      next();
    });
    deep
      .route('/chain')
      .post((_req, res) => res.json(1))
      .put((_req, res) => res.json(1));
    const middle: Router = framework.Router();
    middle.use('/deep', deep);
    app.get('/orders', (_req, res) => res.json(1));
    app.delete('/orders', (_req, res) => res.json(1));
    app.all('/any', (_req, _res, next) => {
      next();
    });
    app.use(['/a', '/b'], middle);
    app.use((_req, _res, next) => {
      next();
    });
    app.use(notFound());
    app.use(errorHandler({ report: () => undefined }));
    return app;
  }

  it.each<[string, string, number, string | undefined]>([
    ['POST', '/orders', 405, 'GET, DELETE, HEAD'],
    ['POST', '/orders?x=/none', 405, 'GET, DELETE, HEAD'],
    ['POST', '/ORDERS', 405, 'GET, DELETE, HEAD'],
    ['GET', '/nowhere', 404, undefined],
    ['HEAD', '/nowhere', 404, undefined],
    ['POST', '/any', 404, undefined],
    ['PROPFIND', '/any', 404, undefined],
    ['DELETE', '/a/deep/leaf/7', 405, 'GET, HEAD'],
    ['DELETE', '/b/deep/leaf/7', 405, 'GET, HEAD'],
    ['GET', '/a/deep/leaf/7', 404, undefined],
    ['HEAD', '/a/deep/leaf/7', 404, undefined],
    ['GET', '/a/deep/chain', 405, 'POST, PUT'],
    ['DELETE', '/a/deep/leaf', 404, undefined],
    ['PROPFIND', '/nowhere', 404, undefined],
    ['TRACE', '/orders', 405, 'GET, DELETE, HEAD'],
    ['OPTIONS', '/nowhere', 404, undefined],
  ])('answers %s %s with %i', async (method, path, status, allow) => {
    const verb = method.toLowerCase() as 'get';
    const response = await request(build())[verb](path);
    expect([response.status, response.headers.allow]).toEqual([status, allow]);
  });

  it('answers a method that no route could ever have with 501', async () => {
    const app = framework();
    app.get('/orders', (_req, res) => res.json(1));
    app.use(notFound());
    app.use(errorHandler({ report: () => undefined }));
    expect((await request(app).propfind('/orders')).status).toBe(501);
    expect((await request(app).propfind('/nowhere')).status).toBe(501);
    expect((await request(app).delete('/orders')).status).toBe(405);
  });

  it('matches no route with a path that can not be decoded', async () => {
    const app = framework();
    app.use(notFound());
    app.get('/orders/:id', (_req, res) => res.json(1));
    app.use(errorHandler({ report: () => undefined }));
    expect((await request(app).post('/orders/%ZZ')).status).toBe(404);
  });

  it('leaves OPTIONS to Express where a route matches', async () => {
    const response = await request(build()).options('/orders');
    expect(response.status).toBe(200);
    expect(response.headers.allow).toContain('DELETE');
  });

  it('reads the routes of the sub-app that it is mounted in', async () => {
    const sub = framework();
    sub.get('/leaf', (_req, res) => res.json(1));
    sub.use(notFound());
    const app = framework();
    app.use('/sub', sub);
    app.use(errorHandler({ report: () => undefined }));
    const response = await request(app).post('/sub/leaf');
    expect([response.status, response.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('sees the whole path from inside a router', async () => {
    const router = framework.Router();
    router.get('/leaf', (_req, res) => res.json(1));
    router.use(notFound());
    const app = framework();
    app.use('/area', router);
    app.use(errorHandler({ report: () => undefined }));
    const response = await request(app).post('/area/leaf');
    expect([response.status, response.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await request(app).get('/area/none')).status).toBe(404);
  });
});
