import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { jest } from '@jest/globals';
import express5, { type Express } from 'express';
import express4 from 'express4';
import supertest from 'supertest';
import { errorHandler } from './error-handler.js';
import { notFound } from './not-found.js';

const VERSIONS = [
  { version: 'Express 4', express: express4 as unknown as typeof express5 },
  { version: 'Express 5', express: express5 },
];

/** Asks an app, and waits until its answer has left: its client has it before the server knows that. */
async function ask(app: Express, path: string): Promise<void> {
  let tell: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    tell = resolve;
  });
  subscribe('http.server.response.finish', tell);
  await Promise.all([supertest(app).get(path), left]);
  unsubscribe('http.server.response.finish', tell);
}

/** The warnings that an app gives rise to in three requests. */
async function warningsOf(app: Express): Promise<readonly string[]> {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  for (const path of ['/', '/orders', '/']) await ask(app, path);
  const warnings = warn.mock.calls.map(([message]) => String(message));
  warn.mockRestore();
  return warnings;
}

const answer = (_: unknown, response: { end(): void }) => {
  response.end();
};
const WARNING =
  'errorHandler() stands before routes or middleware whose errors it will never see: mount it last';

describe.each(VERSIONS)('errorHandler on $version', ({ express }) => {
  const early: [string, (app: Express) => void][] = [
    ['before a route', (app) => app.use(errorHandler()).get('/', answer)],
    [
      'before a router',
      (app) => app.use(errorHandler()).use('/', express.Router().get('/', answer)),
    ],
    ['before notFound', (app) => app.get('/', answer).use(errorHandler()).use(notFound())],
    [
      'early in a router',
      (app) => app.use('/', express.Router().use(errorHandler()).get('/', answer)),
    ],
  ];
  it.each(early)('warns once where it stands %s', async (_where, build) => {
    const app = express();
    build(app);
    expect(await warningsOf(app)).toEqual([WARNING]);
  });

  it('warns by a name and a code, by which a process may tell', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const app = express();
    app.use(errorHandler()).get('/', answer);
    await ask(app, '/');
    expect(warn.mock.calls.map((call) => call.slice(1))).toEqual([
      [{ type: 'FaultlessWarning', code: 'FAULTLESS_MOUNTED_EARLY' }],
    ]);
    warn.mockRestore();
  });

  const right: [string, (app: Express) => void][] = [
    ['last', (app) => app.get('/', answer).use(notFound()).use(errorHandler())],
    [
      'behind what has a path of its own',
      (app) => app.use('/api', express.Router(), errorHandler()).get('/', answer),
    ],
    [
      'before another error handler',
      (app) => app.get('/', answer).use(errorHandler()).use(errorHandler()),
    ],
    [
      'nowhere',
      (app) => {
        errorHandler();
        app.get('/', answer);
      },
    ],
  ];
  it.each(right)('is silent where it stands %s', async (_where, build) => {
    const app = express();
    build(app);
    expect(await warningsOf(app)).toEqual([]);
  });

  it('says with the first request that its call is missing', async () => {
    const app = express();
    // @ts-expect-error it makes the handler, and is none
    app.use(errorHandler);
    app.use((error: unknown, _: unknown, response: express5.Response, _next: unknown) => {
      response.status(500).send(String(error));
    });
    const { text } = await supertest(app).get('/');
    expect(text).toBe('TypeError: errorHandler: mount what it returns, as app.use(errorHandler())');
  });
});
