import { errorHandler as expressErrorHandler, notFound } from '@faultless/express';
import { Forbidden, type Report } from '@faultless/node';
import express, { type Express } from 'express';
import express4 from 'express4';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('notFound on %s', (_name, create) => {
  async function start(define: (app: Express) => void, reports: Report[] = []): Promise<Listening> {
    const app = create();
    define(app);
    app.use(notFound());
    app.use(expressErrorHandler({ report: (report) => reports.push(report) }));
    return await serve(app);
  }

  function defineRoutes(app: Express): void {
    const answer: express.RequestHandler = (_request, response) => {
      response.end('fine');
    };
    const items = create.Router().put('/:item', answer).delete('/:item', answer);
    app.get('/orders', answer).post('/orders', answer);
    app.use('/orders', items);
    app.all('/all', (_request, _response, next) => {
      next();
    });
    app.get('/handed-on', (_request, _response, next) => {
      next();
    });
    app.get('/secret', () => {
      throw new Forbidden({ conceal: true });
    });
  }

  it.each([
    ['PUT', '/orders', 'GET, HEAD, POST'],
    ['DELETE', '/orders?a=b', 'GET, HEAD, POST'],
    ['GET', '/orders/7', 'PUT, DELETE'],
    ['PATCH', '/orders/7', 'PUT, DELETE'],
  ])('answers %s %s with 405 and what there is: %s', async (method, path, allow) => {
    const { request } = await start(defineRoutes);
    const response = await request({ method, path });
    expect(response.statusLine).toBe('HTTP/1.1 405 Method Not Allowed');
    expect(response.value('Allow')?.split(', ').sort()).toEqual(allow.split(', ').sort());
    expect(response.json()).toMatchObject({ status: 405, temporary: false });
  });

  it.each([
    ['GET', '/nowhere'],
    ['POST', '/nowhere'],
    ['GET', '/orders/7/8'],
    ['GET', '/handed-on'],
    ['POST', '/all'],
    ['GET', '/%zz'],
  ])('answers %s %s with 404', async (method, path) => {
    const { request } = await start(defineRoutes);
    const { status, json, values } = await request({ method, path });
    expect(status).toBe(path === '/%zz' && json().status === 400 ? 400 : 404);
    expect(values('Allow')).toEqual([]);
  });

  it.each(['PURGE', 'PROPFIND', 'LINK'])(
    'answers %s, which it never knew, with 501',
    async (method) => {
      const { request } = await start((app) => {
        app.get('/orders', (_request, response) => {
          response.end();
        });
      });
      expect((await request({ method, path: '/orders' })).status).toBe(501);
      expect((await request({ method, path: '/nowhere' })).status).toBe(501);
    },
  );

  it('answers HEAD as it would GET', async () => {
    const { request } = await start(defineRoutes);
    for (const path of ['/nowhere', '/orders/7']) {
      const get = await request({ path });
      const head = await request({ method: 'HEAD', path });
      const withoutDate = get.fields.filter(([name]) => name !== 'Date');
      expect(head.fields.filter(([name]) => name !== 'Date')).toEqual(withoutDate);
      expect([head.statusLine, head.body.length]).toEqual([get.statusLine, 0]);
    }
  });

  it('leaves OPTIONS to Express, where a route is', async () => {
    const reports: Report[] = [];
    const { request } = await start(defineRoutes, reports);
    const options = await request({ method: 'OPTIONS', path: '/orders' });
    expect(options.status).toBe(200);
    expect(options.value('Allow')).toMatch(/GET/);
    expect(reports).toHaveLength(0);
    expect((await request({ method: 'OPTIONS', path: '/nowhere' })).status).toBe(404);
  });

  it('reports a 404 as what it is', async () => {
    const reports: Report[] = [];
    const { request } = await start(defineRoutes, reports);
    await request({ path: '/nowhere' });
    expect(reports).toEqual([
      expect.objectContaining({ level: 'info', status: 404, sentStatus: 404, concealed: false }),
    ]);
  });

  it('gives the 404 that a concealed error gives [404-conceals]', async () => {
    const { request } = await start(defineRoutes);
    const [real, concealed] = [
      await request({ path: '/nowhere' }),
      await request({ path: '/secret' }),
    ];
    const show = ({ statusLine, fields, text }: typeof real): string =>
      [
        statusLine,
        ...fields.map(([name, value]) => (name === 'Date' ? name : `${name}: ${value}`)),
        text,
      ]
        .join('\n')
        .replace(/urn:uuid:[\w-]+/, '');
    expect(show(concealed)).toBe(show(real));
  });
});
