import {
  basic,
  errorHandler,
  HttpError,
  MethodNotAllowed,
  NotFound,
  Unauthorized,
} from '@faultless/express';
import { addProblems, type OpenApiDocument } from '@faultless/problems/openapi';
import express, { type NextFunction, type Request, type Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { closeAll, serve } from '../harness/serve.js';
import { SHAPED, shapeProblems } from './shape-problems.js';
import { shopProblems } from './shop-problems.js';

type ApiSpec = Exclude<Parameters<typeof middleware>[0]['apiSpec'], string>;

const shop = shopProblems('https://api.example/problems/');
const { OutOfCredit, SoldOut, QuotaExceeded, WarehouseClosed, TypedOnly } = shop.classes;
const problems = { entries: [...shop.entries, ...shapeProblems.entries] };

/** What each path names, and what it answers. */
const ANSWERS: Readonly<Record<string, readonly [names: readonly string[], error: HttpError]>> = {
  '/credit': [['OutOfCredit', 'Forbidden'], new OutOfCredit({ balance: 30 }, 'That costs 50.')],
  '/forbidden': [['OutOfCredit', 'Forbidden'], new HttpError(403)],
  '/sold-out': [['SoldOut'], new SoldOut({ item: 'Tea' })],
  '/quota': [['QuotaExceeded'], new QuotaExceeded({ quota: 5 }, { retryAfter: 60 })],
  '/closed': [['WarehouseClosed'], new WarehouseClosed()],
  '/typed': [['TypedOnly'], new TypedOnly({ sum: 3 })],
  '/unauthorized': [['Unauthorized', 'token_expired'], new Unauthorized(basic({ realm: 'shop' }))],
  '/expired': [
    ['Unauthorized', 'token_expired'],
    new Unauthorized('shop', { code: 'token_expired' }),
  ],
  '/method': [['MethodNotAllowed'], new MethodNotAllowed(['GET'])],
  '/none': [['NotFound'], new NotFound()],
  ...Object.fromEntries(
    SHAPED.filter(({ name }) => name !== 'Loose').map((error, at) => [
      `/shape-${at}`,
      [[error.name], error],
    ]),
  ),
  // Not what the document says.
  '/other-status': [['SoldOut'], new NotFound()],
  '/other-type': [['SoldOut'], new HttpError(409)],
  '/other-members': [['OutOfCredit'], new HttpError(403, { type: OutOfCredit.type })],
};

function documentOf(openapi: string): OpenApiDocument {
  const paths = Object.entries(ANSWERS).map(([path, [names]]) => [
    path,
    { get: { 'x-problems': names, responses: { 200: { description: 'It is well.' } } } },
  ]);
  const info = { title: 'Shop', version: '1.0.0' };
  return addProblems({ openapi, info, paths: Object.fromEntries(paths) }, problems);
}

/** A gateway that lets through what the validator allows. */
async function startGateway(openapi: string, origin: string): Promise<string> {
  const app = express();
  const apiSpec = documentOf(openapi) as unknown as ApiSpec;
  app.use(middleware({ apiSpec, validateResponses: true, validateRequests: false }));
  app.use(async ({ path }, response) => {
    const answer = await fetch(origin + path);
    response.status(answer.status).type(String(answer.headers.get('content-type')));
    response.json(await answer.json());
  });
  app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
    response.status(500).end(error.message);
  });
  return (await serve(app)).origin;
}

describe.each(['3.1.0', '3.0.3'])(
  'express-openapi-validator with the problems in %s',
  (version) => {
    let gateway: string;
    beforeAll(async () => {
      const app = express();
      app.use(({ path }) => {
        throw ANSWERS[path]?.[1];
      });
      app.use(errorHandler({ report: () => undefined }));
      gateway = await startGateway(version, (await serve(app)).origin);
    });
    afterAll(closeAll);

    const fit = Object.keys(ANSWERS).filter((path) => !path.startsWith('/other'));
    it.each(fit)('takes the real answer of %s', async (path) => {
      const answer = await fetch(gateway + path);
      const text = await answer.text();
      expect([answer.status, text]).toEqual([
        ANSWERS[path]?.[1].status,
        expect.stringMatching(/^{/),
      ]);
      expect(JSON.parse(text)).toMatchObject({ status: answer.status });
    });

    it.each([
      ['/other-status', /no schema defined for status code '404'/],
      ['/other-type', /must have required property 'code'/],
      ['/other-members', /response.*balance/],
    ])('refuses that of %s', async (path, message) => {
      const answer = await fetch(gateway + path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).toMatch(message);
    });
  },
);
