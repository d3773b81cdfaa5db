import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import type { Report } from '@faultless/node';
import express from 'express';
import Koa from 'koa';
import mount from 'koa-mount';
import { closeAll, serve } from '../harness/serve.js';
import { eachServer } from './support/each-server.js';

afterEach(closeAll);

const fail = (): never => {
  throw new Error('no such luck');
};

eachServer('the path in a report', (start) => {
  it.each([
    ['/orders/7', '/orders/7'],
    ['/orders/7?token=secret', '/orders/7'],
    ['/orders/7?a=1?b=2#c', '/orders/7'],
    ['http://localhost/orders/7?token=secret', '/orders/7'],
    ['http://name:secret@localhost/orders', '/orders'],
    ['http://localhost', '/'],
    ['//orders//7', '//orders//7'],
    ['/%0a%00', '/%0a%00'],
  ])('of %s is %s', async (target, path) => {
    const server = await start(fail);
    const connection = await server.connect();
    connection.socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await connection.next('GET');
    connection.close();
    expect(server.onlyReport().path).toBe(path);
  });

  it('of OPTIONS * is *', async () => {
    const server = await start(fail);
    const connection = await server.connect();
    connection.socket.write('OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await connection.next('OPTIONS');
    connection.close();
    expect(server.onlyReport().path).toBe('*');
  });
});

describe('the path in a report of a mounted part', () => {
  it.each<readonly [string, (report: (report: Report) => void) => Parameters<typeof serve>[0]]>([
    [
      'Express, whose router answers itself',
      (report) => {
        const router = express.Router();
        router.get('/:id', fail);
        router.use(expressErrorHandler({ report }));
        const app = express();
        app.use('/shop/orders', router);
        return app;
      },
    ],
    [
      'Koa',
      (report) => {
        const part = new Koa();
        part.use(koaErrorHandler({ report }));
        part.use(fail);
        const app = new Koa();
        app.use(mount('/shop', part));
        return app.callback();
      },
    ],
  ])('on %s is the whole one', async (_name, create) => {
    const reports: Report[] = [];
    const { request } = await serve(create((report) => reports.push(report)));
    await request({ path: '/shop/orders/7?page=2' });
    expect(reports).toEqual([expect.objectContaining({ path: '/shop/orders/7' })]);
  });
});
