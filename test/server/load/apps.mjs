// The applications under load: one and the same routes on every framework.

import { ContentTooLarge, handle, NotFound, Unauthorized } from '@faultless/node';

const LIMIT = 102_400;
const unreadContent = JSON.parse(process.env.UNREAD_CONTENT ?? '{}');
const quiet = { report: () => undefined, unreadContent };

/** Each route answers by writing, by throwing, or by a promise. */
const ROUTES = {
  '/': (_request, response) => void response.end('fine'),
  '/echo': async (request, response) => {
    let size = 0;
    for await (const piece of request) size += piece.length;
    response.end(String(size));
  },
  '/slow': (_request, response) =>
    new Promise((resolve) => setTimeout(() => resolve(response.end('slow')), 20)),
  // Refused before a byte of the content was read, later, and when too much of it has come.
  '/early': () => {
    throw new ContentTooLarge({ limit: LIMIT });
  },
  '/late': async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new ContentTooLarge({ limit: LIMIT });
  },
  '/limited': (request, response) =>
    new Promise((resolve, reject) => {
      let size = 0;
      request.on('data', (piece) => {
        size += piece.length;
        if (size <= LIMIT) return;
        request.pause();
        reject(new ContentTooLarge({ limit: LIMIT }));
      });
      request.on('end', () => resolve(response.end(String(size))));
      request.on('error', reject);
    }),
  '/denied': () => {
    throw new Unauthorized('load');
  },
  '/broken': async () => {
    throw new Error('a secret of the server');
  },
  '/odd': () => {
    throw Object.assign(Object.create(null), { status: 409 });
  },
  '/half': (_request, response) => {
    response.write('half');
    throw new Error('after the header left');
  },
};

function answer(request, response) {
  const route = ROUTES[request.url.split('?', 1)[0]];
  if (route === undefined) throw new NotFound();
  return route(request, response);
}

async function onExpress(framework) {
  const { default: create } = await import(framework);
  const { errorHandler } = await import('@faultless/express');
  const app = create();
  app.use((request, response, next) => {
    // Express 4 leaves promises alone.
    Promise.resolve(answer(request, response)).catch(next);
  });
  app.use(errorHandler(quiet));
  return app;
}

async function onKoa(framework) {
  const { default: Application } = await import(framework);
  const { errorHandler } = await import('@faultless/koa');
  const app = new Application();
  app.use(errorHandler(quiet));
  app.use(async (context) => {
    context.res.statusCode = 200;
    context.respond = false;
    await answer(context.req, context.res);
  });
  return app.callback();
}

/** The same without Faultless, which shows what Node does by itself. */
async function answerBare(request, response) {
  request.on('error', () => undefined);
  try {
    await answer(request, response);
  } catch {
    if (!response.headersSent) response.statusCode = 500;
    response.end('{"status":500}');
  }
}

/** The listener of each framework; those whose names begin with `http2` are served over HTTP/2. */
export const APPS = {
  node: async () => handle(answer, quiet),
  http2: async () => handle(answer, quiet),
  'http2-bare': async () => answerBare,
  'http2-koa3': () => onKoa('koa'),
  express4: () => onExpress('express4'),
  express5: () => onExpress('express'),
  koa2: () => onKoa('koa2'),
  koa3: () => onKoa('koa'),
};
