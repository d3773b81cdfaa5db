import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  errorHandler as expressErrorHandler,
  views as expressViews,
  notFound,
} from '@faultless/express';
import { errorHandler as koaErrorHandler, views as koaViews } from '@faultless/koa';
import { NotFound, type ProblemDocument, problemJson, type Report } from '@faultless/node';
import ejsOfKoa from '@koa/ejs';
import koaViewsOfLad from '@ladjs/koa-views';
import express from 'express';
import express4 from 'express4';
import Koa, { type Context } from 'koa';
import Koa2 from 'koa2';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { eachServer } from '../contract/support/each-server.js';
import { ask } from '../harness/ask.js';
import { closeAll, serve } from '../harness/serve.js';

const TEMPLATES = 'test/neighbours/templates';
const DETAIL = 'No <such> order.';
const ESCAPED = 'No &lt;such&gt; order.';

afterEach(closeAll);

async function answerOf(
  listener: Parameters<typeof serve>[0],
  reports: readonly Report[],
): Promise<{ status: number; page: string; messages: readonly string[] }> {
  const { port } = await serve(listener);
  const { status, text: page } = await ask(port, {
    path: '/orders/7',
    headers: { Accept: 'text/html' },
  });
  const messages = reports.flatMap(({ notices }) =>
    notices.map(({ message, cause }) => `${message}: ${(cause as Error | undefined)?.message}`),
  );
  return { status, page, messages };
}

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('res.render of %s', (_name, create) => {
  const show = (engine: string, template: string, isOwn = false) => {
    const reports: Report[] = [];
    const app = create();
    app.set('views', TEMPLATES).set('view engine', engine);
    app.use((_request, response, next) => {
      response.locals.brand = 'Shop';
      next();
    });
    app.get('/orders/:id', () => {
      throw new NotFound(DETAIL);
    });
    app.use(notFound());
    const page = expressViews((problem, { response, locale }) =>
      isOwn
        ? (response.render(template, { problem, locale }) as never)
        : new Promise((resolve, reject) => {
            response.render(template, { problem, locale }, (error: Error | null, page: string) => {
              if (error) reject(error);
              else resolve(page);
            });
          }),
    );
    app.use(
      expressErrorHandler({
        renderers: [problemJson, page],
        report: (report) => reports.push(report),
      }),
    );
    return answerOf(app, reports);
  };

  it.each(['ejs', 'pug'])('is the page, with %s', async (engine) => {
    const { status, page, messages } = await show(engine, 'error');
    expect([status, messages]).toEqual([404, []]);
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain(`<html lang="en">`);
    expect(page).toContain(`<h1>Shop: ${ESCAPED}</h1>`);
  });

  it.each([
    ['ejs', 'broken', 'no'],
    ['pug', 'broken', 'no'],
    ['ejs', 'missing', 'Failed to lookup view'],
  ])(
    'gives way to the built-in page, with %s and the template %s',
    async (engine, template, why) => {
      const { status, page, messages } = await show(engine, template);
      expect(status).toBe(404);
      expect(page).toContain(`>${ESCAPED}</p>`);
      expect(messages).toEqual([expect.stringContaining('the view failed')]);
      expect(messages[0]).toContain(why);
    },
  );

  it.each(['error', 'broken', 'missing'])(
    'without a callback sends nothing: %s',
    async (template) => {
      const { status, page, messages } = await show('ejs', template, true);
      expect(status).toBe(404);
      expect(page).toContain(`>${ESCAPED}</p>`);
      expect(messages[0]).toContain('it returned undefined, not a text');
    },
  );
});

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('ctx.render on %s', (_name, create) => {
  type Rendering = Context & { render(name: string, data?: object): Promise<string | undefined> };

  const show = (prepare: (app: Koa) => void, template = 'error') => {
    const reports: Report[] = [];
    const app = create();
    const page = koaViews(async (problem, { request, locale }) => {
      const context = request as Rendering;
      const page = await context.render(template, { problem, locale, brand: 'Shop' });
      return page ?? (context.body as string);
    });
    app.use(
      koaErrorHandler({
        renderers: [problemJson, page],
        report: (report) => reports.push(report),
      }),
    );
    prepare(app);
    app.use(() => {
      throw new NotFound(DETAIL);
    });
    return answerOf(app.callback(), reports);
  };

  const WAYS: readonly (readonly [string, (app: Koa) => void])[] = [
    [
      '@ladjs/koa-views, which sets the body',
      (app) => app.use(koaViewsOfLad(TEMPLATES, { extension: 'ejs' }) as never),
    ],
    [
      '@ladjs/koa-views, which returns it',
      (app) => app.use(koaViewsOfLad(TEMPLATES, { extension: 'pug', autoRender: false }) as never),
    ],
    [
      '@koa/ejs',
      (app) => {
        ejsOfKoa(app, { root: TEMPLATES, layout: false, viewExt: 'ejs' });
      },
    ],
  ];

  it.each(WAYS)('is the page, with %s', async (_library, prepare) => {
    const { status, page, messages } = await show(prepare);
    expect([status, messages]).toEqual([404, []]);
    expect(page).toContain(`<h1>Shop: ${ESCAPED}</h1>`);
  });

  it.each(WAYS)('gives way to the built-in page, with %s', async (_library, prepare) => {
    const { status, page, messages } = await show(prepare, 'broken');
    expect(status).toBe(404);
    expect(page).toContain(`>${ESCAPED}</p>`);
    expect(messages).toEqual([expect.stringContaining('the view failed')]);
  });
});

function ErrorPage({ problem, nonce }: { problem: ProblemDocument; nonce: string }) {
  if (problem.status === 418) throw new Error('no tea');
  return createElement(
    'html',
    null,
    createElement('script', { nonce, dangerouslySetInnerHTML: { __html: 'void 0' } }),
    createElement('h1', null, problem.detail),
  );
}

eachServer('renderToPipeableStream', (start) => {
  const page = expressViews((problem, { response }) => {
    const nonce = randomBytes(16).toString('base64');
    const server: ServerResponse = response;
    server.setHeader('Content-Security-Policy', `script-src 'nonce-${nonce}'`);
    return new Promise((resolve, reject) => {
      const { pipe } = renderToPipeableStream(createElement(ErrorPage, { problem, nonce }), {
        nonce,
        onAllReady: () => {
          text(pipe(new PassThrough())).then(resolve, reject);
        },
        onError: reject,
      });
    });
  });

  it('is the page, with its policy', async () => {
    const server = await start(
      () => {
        throw new NotFound(DETAIL);
      },
      { renderers: [page] },
    );
    const answer = await server.request();
    const nonce = /nonce="([^"]+)"/.exec(answer.text)?.[1];
    expect(answer.text).toContain(`<h1>${ESCAPED}</h1>`);
    expect(answer.values('content-security-policy')).toEqual([`script-src 'nonce-${nonce}'`]);
  });

  it('gives way to the built-in page when a component throws', async () => {
    const server = await start(
      () => {
        throw Object.assign(new Error('tea'), { status: 418, expose: true });
      },
      { renderers: [page] },
    );
    const answer = await server.request();
    expect([answer.status, answer.text.includes('nonce')]).toEqual([418, false]);
    expect(answer.text).toContain('</html>');
    expect(server.onlyReport().notices).toMatchObject([
      { message: 'the view failed', cause: { message: 'no tea' } },
    ]);
  });
});
