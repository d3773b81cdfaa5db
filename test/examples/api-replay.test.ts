import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { isProblem, problemFetch } from '@faultless/client';
import { type Problem, problemCoverage } from '@faultless/testing';
import { parse } from 'yaml';
import { createExpressApp } from '../../examples/api/src/express-app.js';
import { createKoaApp } from '../../examples/api/src/koa-app.js';
import { problems } from '../../examples/api/src/problems.js';
import { SCENARIO_GROUPS, type Scenario } from '../../examples/api/src/scenarios.js';
import { closeAll, serve } from '../harness/serve.js';

interface Operation {
  readonly 'x-problems'?: readonly string[];
}

const { paths } = parse(readFileSync('examples/api/openapi.yaml', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** What the document says of each operation, as the classes of the registry, or the statuses of Faultless itself. */
const DECLARED = Object.fromEntries(
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { 'x-problems': names = [] }]) => [
      `${method.toUpperCase()} ${path}`,
      [...new Set(names.map(findProblem))],
    ]),
  ),
);

function findProblem(name: string): Problem {
  const known = (problems.classes as Readonly<Record<string, Problem | undefined>>)[name];
  const entry = problems.entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`the registry has no ${name}`);
  return known ?? entry.status;
}

/** What the index page does not show, since it shows the like elsewhere. */
const MORE: readonly Scenario[] = [
  ['POST', '/orders', undefined, 401],
  ['GET', '/orders/1', undefined, 401],
  ['PATCH', '/orders/1', undefined, 401],
  ['PATCH', '/orders/1', 'bob', 403],
  ['PATCH', '/orders/3', 'bob', 404],
  ['POST', '/orders/1/payment', undefined, 401],
  ['POST', '/orders/1/payment', 'bob', 403],
  ['POST', '/orders/3/payment', 'bob', 404],
].map(([method, path, user, status]) => ({
  title: `${method} ${path} by ${user ?? 'nobody'}`,
  method: String(method),
  path: String(path),
  status: Number(status),
  ...(user !== undefined && { headers: { Authorization: `Bearer ${user}` } }),
}));

const FAILING = [...SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios), ...MORE].filter(
  ({ status, malformed, method, path }) =>
    status >= 400 && malformed === undefined && findOperation(method, path) !== undefined,
);

function findOperation(method: string, path: string): Operation | undefined {
  return paths[path.replace(/^\/orders\/\d+/, '/orders/{id}')]?.[method.toLowerCase()];
}

const FORMATS = [
  'application/problem+json',
  'application/problem+xml',
  'application/json',
  'text/html',
  'text/markdown',
  'text/plain',
];
const LANGUAGES = ['en', 'zh-CN'];

/** What differs each time. */
const VARYING = /urn:uuid:[0-9a-f-]{36}/g;

const SERVERS: readonly (readonly [name: string, create: () => RequestListener])[] = [
  ['Express', () => createExpressApp({ report: () => undefined }) as RequestListener],
  ['Koa', () => createKoaApp({ report: () => undefined }).callback()],
];

describe.each(SERVERS)('the example API on %s', (_name, create) => {
  const coverage = problemCoverage(DECLARED);
  let origin: string;

  beforeAll(async () => {
    ({ origin } = await serve(coverage.watch(create())));
  });
  afterAll(closeAll);

  it.each(FAILING)(
    'says the same of "$title" each time, in each format and language',
    async (one) => {
      const { method, path, body, status } = one;
      const ask = async (Accept: string, language: string) => {
        const headers = { ...one.headers, Accept, 'Accept-Language': language };
        const init = { method, headers, ...(body !== undefined && { body }) };
        const answer = await fetch(origin + path, init);
        const text = await answer.clone().text();
        const failure: unknown = await problemFetch(async () => answer, { retries: 0 })(
          origin + path,
          init,
        ).catch((error: unknown) => error);
        return { answer, text: text.replace(VARYING, '*'), failure };
      };
      for (const language of LANGUAGES) {
        for (const format of FORMATS) {
          const { answer, text, failure } = await ask(format, language);
          expect([answer.status, answer.headers.get('content-language')]).toEqual([
            status,
            language,
          ]);
          expect(answer.headers.get('content-type')?.split(';')[0]).toBe(format);
          expect((await ask(format, language)).text).toBe(text);
          if (!isProblem(failure)) throw new Error('the client has no problem', { cause: failure });
          expect(failure.problem.status).toBe(status);
          if (!format.endsWith('json')) continue;
          const { type } = JSON.parse(text) as { type: string };
          expect(failure.problem.type).toBe(type);
          if (type === 'about:blank') continue;
          const page = await fetch(origin + new URL(type).pathname, {
            headers: { Accept: 'text/html', 'Accept-Language': language },
          });
          expect([page.status, page.headers.get('content-language')]).toEqual([200, language]);
          expect(await page.text()).toContain(`${failure.problem.title}</h1>`);
        }
      }
    },
  );

  it('sends what its operations declare, and declares nothing else', () => {
    coverage.check();
  });
});
