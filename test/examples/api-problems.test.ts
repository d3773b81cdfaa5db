import { readFileSync } from 'node:fs';
import { isProblem, problemFetch } from '@faultless/client';
import { addProblems, type OpenApiDocument } from '@faultless/problems/openapi';
import { writePages } from '@faultless/problems/pages';
import { jest } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { parse } from 'yaml';
import { problems } from '../../examples/api/src/problems.js';
import { SCENARIO_GROUPS, type Scenario } from '../../examples/api/src/scenarios.js';
import { closeAll, serve } from '../harness/serve.js';
import { lintOpenApi } from '../problems/lint-openapi.js';
import { killAll, SERVERS, startWhole, type WholeExample } from './run-example.js';

// Whole programs are started.
jest.setTimeout(600_000);

type ApiSpec = Exclude<Parameters<typeof middleware>[0]['apiSpec'], string>;

const DOCUMENT = parse(readFileSync('examples/api/openapi.yaml', 'utf8')) as OpenApiDocument;

const PAGES = writePages(problems);
const { OutOfCredit } = problems.classes;
const TEXTS = problems.entries.find(({ type }) => type === OutOfCredit.type)?.texts;

const PATHS = DOCUMENT.paths as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What fails, of what is in the document: not what no route answers, nor what is no HTTP. */
const failing = SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios).filter(
  ({ status, malformed, path, method }) =>
    status >= 400 &&
    malformed === undefined &&
    PATHS[path.replace(/^\/orders\/\d+/, '/orders/{id}')]?.[method.toLowerCase()] !== undefined,
);

/** What the gateway hands on. */
const PASSED_ON = ['authorization', 'content-type', 'range'];

afterAll(killAll);

it('has an OpenAPI document that says what the registry says (npm run openapi mends it)', () => {
  expect(addProblems(DOCUMENT, problems)).toEqual(DOCUMENT);
});

it('has an OpenAPI document that Redocly has nothing to say against', () => {
  // It runs on one's own machine, and some of it does nothing but fail.
  const rules = ['no-server-example.com', 'operation-4xx-response', 'operation-2xx-response'];
  expect(lintOpenApi(DOCUMENT, rules)).toEqual([]);
});

describe.each(SERVERS)('the problems of the example API on %s', (name) => {
  let example: WholeExample;
  let origin: string;
  let gateway: string;

  const send = (
    to: string,
    { method, path, headers, body }: Scenario,
  ): Promise<globalThis.Response> =>
    fetch(to + path, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });

  /** Lets through what the document allows. */
  async function startGateway(): Promise<string> {
    const app = express();
    const apiSpec = structuredClone(DOCUMENT) as unknown as ApiSpec;
    app.use(
      middleware({
        apiSpec,
        validateRequests: false,
        validateSecurity: false,
        validateResponses: true,
      }),
    );
    app.use(express.text({ type: () => true }));
    app.use(
      async ({ method, path, headers, body }: Request<unknown, unknown, unknown>, response) => {
        const answer = await fetch(origin + path, {
          method,
          headers: Object.entries(headers).filter((field): field is [string, string] =>
            PASSED_ON.includes(field[0]),
          ),
          ...(typeof body === 'string' && { body }),
        });
        response.status(answer.status).type(String(answer.headers.get('content-type')));
        response.json(await answer.json());
      },
    );
    app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
      response.status(500).end(`refused: ${error.message}`);
    });
    return (await serve(app)).origin;
  }

  beforeAll(async () => {
    example = await startWhole();
    origin = example.origins[name];
    gateway = await startGateway();
  });
  afterAll(async () => {
    await closeAll();
    example.child.kill('SIGTERM');
    await example.exited;
  });

  it.each(failing)('answer "$title" as the document says', async (scenario) => {
    const answer = await send(gateway, scenario);
    const text = await answer.text();
    expect(text).not.toMatch(/^refused/);
    expect(answer.status).toBe(scenario.status);
    expect(JSON.parse(text)).toMatchObject({ status: scenario.status });
  });

  it('have a page where each type leads', async () => {
    const titles = new Map<string, string>();
    for (const scenario of failing) {
      const { type, title } = (await (await send(origin, scenario)).json()) as {
        type: string;
        title: string;
      };
      if (type !== 'about:blank') titles.set(type, title);
    }
    expect([...titles.keys()].sort()).toEqual(
      Object.values(problems.classes)
        .map(({ type }) => type)
        .sort(),
    );
    for (const [type, title] of titles) {
      const { pathname } = new URL(type);
      const page = await fetch(origin + pathname, { headers: { Accept: 'text/html' } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`</span> ${title}</h1>`);
    }
  });

  it.each([
    ['application/problem+json', 30],
    ['application/problem+xml', '30'],
  ])('reach a client as typed errors in %s, and lead it to the page', async (accept, balance) => {
    const request = problemFetch(fetch, { retries: 0 });
    for (const [language, file] of [
      ['en', 'out-of-credit.html'],
      ['zh-CN', 'out-of-credit.zh-CN.html'],
      ['ar', 'out-of-credit.ar.html'],
    ] as const) {
      const headers = { Authorization: 'Bearer ada', Accept: accept, 'Accept-Language': language };
      const error: unknown = await request(`${origin}/orders/1/payment`, {
        method: 'POST',
        headers,
      }).catch((failure: unknown) => failure);
      if (!isProblem(error, OutOfCredit)) throw new Error('it was another', { cause: error });
      expect(error.problem).toMatchObject({
        status: 409,
        title: TEXTS?.[language]?.title,
        balance,
      });
      const page = await fetch(origin + new URL(error.problem.type).pathname, {
        headers: { 'Accept-Language': language },
      });
      expect(await page.text()).toBe(PAGES.get(file));
    }
  });

  it('are all there in each language', async () => {
    for (const { slug, texts } of problems.entries.slice(0, 3)) {
      for (const [tag, { title }] of Object.entries(texts)) {
        const page = await fetch(`${origin}/problems/${slug}`, {
          headers: { 'Accept-Language': tag },
        });
        expect(page.headers.get('content-language')).toBe(tag);
        expect(await page.text()).toContain(title);
      }
    }
  });
});
