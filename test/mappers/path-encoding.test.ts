import { errorHandler } from '@faultless/express';
import Router from '@koa/router';
import express4 from 'express4';
import { ask, serve, serveExpress, serveKoa } from './servers.js';

const MALFORMED = ['/orders/%zz', '/orders/%', '/orders/%E0%A4%A', '/orders/%FFcanary'];

/** fetch keeps the path as it is; the test would be void if it did not. */
async function get(url: string) {
  const answered = await ask(url);
  expect(answered.text).not.toContain('canary');
  return answered;
}

describe('percent-encoding that can’t be decoded', () => {
  it.each(MALFORMED)('is a 400 on Express 5: %s', async (path) => {
    const served = await serveExpress((app) => {
      app.get('/orders/:id', (_request, response) => void response.json('found'));
    });
    const { problem } = await get(served.url + path);
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'path_malformed']);
  });

  it.each(MALFORMED)('is a 400 on Express 4: %s', async (path) => {
    const app = express4();
    app.get('/orders/:id', (_request, response) => void response.json('found'));
    app.use(errorHandler({ report: () => undefined }));
    const served = await serve(app, []);
    const { problem } = await get(served.url + path);
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'path_malformed']);
  });

  it.each(MALFORMED)('is a 400 on Koa where the app decodes the path: %s', async (path) => {
    const served = await serveKoa((app) => {
      app.use((context) => {
        context.body = decodeURIComponent(context.path);
      });
    });
    const { problem } = await get(served.url + path);
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'path_malformed']);
  });

  it.each(MALFORMED)('is no error for @koa/router, which leaves it as it is: %s', async (path) => {
    const router = new Router();
    router.get('/orders/:id', (context) => {
      context.body = JSON.stringify(context.params.id);
    });
    const served = await serveKoa((app) => {
      app.use(router.routes());
    });
    const response = await fetch(served.url + path);
    await served.close();
    expect(response.status).toBe(200);
  });

  it('is a 500 where the server’s own data can’t be decoded', async () => {
    const served = await serveKoa((app) => {
      app.use(() => {
        decodeURIComponent('%canary');
      });
    });
    const { problem } = await get(`${served.url}/orders/%C3%A9`);
    await served.close();
    expect(problem.status).toBe(500);
  });
});
