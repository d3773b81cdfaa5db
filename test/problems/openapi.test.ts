import { readFileSync } from 'node:fs';
import { defineProblems, members } from '@faultless/problems';
import { addProblems, type OpenApiDocument } from '@faultless/problems/openapi';
import { jest } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { lintOpenApi } from './lint-openapi.js';
import { MISSHAPEN, SHAPED, shapeProblems } from './shape-problems.js';
import { shopProblems } from './shop-problems.js';

// A linter is started, as a program of its own.
jest.setTimeout(120_000);

const problems = shopProblems('https://api.example/problems/');
const PLAIN = parse(readFileSync('test/problems/fixtures/openapi.yaml', 'utf8')) as OpenApiDocument;

/** What is found at a path of names. */
const at = (document: unknown, ...names: readonly string[]): unknown =>
  names.reduce((value, name) => (value as Record<string, unknown>)[name], document);

/** The document with other problems for its two operations. */
function documentWith(
  create: readonly unknown[],
  get: readonly unknown[] = [],
  openapi = '3.1.0',
): OpenApiDocument {
  const document = structuredClone({ ...PLAIN, openapi });
  for (const [path, method, names] of [
    ['/orders', 'post', create],
    ['/orders/{id}', 'get', get],
  ] as const) {
    Object.assign(at(document, 'paths', path, method) as object, { 'x-problems': names });
  }
  return document;
}

/** One problem of each status that has fields of its own, codes, and all own types. */
const MANY = [
  ...problems.entries.slice(0, 5).map(({ name }) => name),
  ...['BadRequest', 'Unauthorized', 'token_expired', 'MethodNotAllowed', 'ContentTooLarge'],
  ...['ProxyAuthenticationRequired', 'UnsupportedMediaType', 'RangeNotSatisfiable'],
  ...['UpgradeRequired', 'UnavailableForLegalReasons', 'InternalServerError', 'Forbidden'],
];

const ADDED = {
  '3.1.0': addProblems(documentWith(MANY, ['NotFound']), problems),
  '3.0.3': addProblems(documentWith(MANY, ['NotFound'], '3.0.3'), problems),
} as const;

describe.each(['3.1.0', '3.0.3'] as const)('an OpenAPI document of %s with problems', (version) => {
  const document = ADDED[version];

  it('is one for the schema of OpenAPI', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
  });

  it('keeps every rule of Redocly, that on problem details among them', () => {
    expect(lintOpenApi(document)).toEqual([]);
    // It would have something to say of responses that are no problems.
    expect(lintOpenApi(documentWith([], [], version))).toContainEqual(expect.stringMatching(/4XX/));
  });

  it('stays as it is the second time', () => {
    expect(JSON.stringify(addProblems(document, problems))).toBe(JSON.stringify(document));
  });

  it('names the fields that each status has', () => {
    const responses = at(document, 'components', 'responses') as Record<
      string,
      { headers?: object }
    >;
    const fields = Object.entries(responses).map(([name, { headers = {} }]) => [
      name,
      Object.keys(headers),
    ]);
    expect(Object.fromEntries(fields)).toMatchObject({
      'Unauthorized-token_expired': ['WWW-Authenticate'],
      MethodNotAllowed: ['Allow'],
      ProxyAuthenticationRequired: ['Proxy-Authenticate'],
      ContentTooLarge: ['Retry-After'],
      UnsupportedMediaType: ['Accept', 'Accept-Encoding'],
      RangeNotSatisfiable: ['Content-Range'],
      UpgradeRequired: ['Upgrade'],
      UnavailableForLegalReasons: ['Link'],
      QuotaExceeded: ['Retry-After'],
      WarehouseClosed: ['Retry-After'],
      'OutOfCredit-Forbidden': [],
    });
  });
});

describe.each(['3.1.0', '3.0.3'])('members of every shape in %s', (version) => {
  const names = shapeProblems.entries.map(({ name }) => name);
  const document = addProblems(documentWith(names, names, version), shapeProblems);
  const words = JSON.stringify(document.components);

  it('are part of a document for the schema of OpenAPI, and of all rules of Redocly', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    // 3.0 has no other words for a bound that is left out, nor for what stands beside a reference.
    const rules = ['no-mixed-number-range-constraints', 'no-illogical-composition-keywords'];
    expect(lintOpenApi(document, version === '3.0.3' ? rules : [])).toEqual([]);
  });

  it('refer to components alone, which have the same names whenever they are written', () => {
    const { schemas } = document.components as { schemas: object };
    const references = [...words.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    for (const [, name] of references) expect(schemas).toHaveProperty([String(name)]);
    expect(words.match(/"\$(?:defs|id|anchor|dynamicRef|dynamicAnchor|schema)":/g)).toBeNull();
    const parts = Object.keys(schemas).filter((name) => name.includes('-'));
    expect(parts.sort().join(' ')).toBe(
      'Inner-1 Inner-Link Lazy-1 Linked-Link Rooted-1 Scoped-1 Scoped-2 Words-count Words-inner Words-leaf Words-nothing Words-part.json Words-then Words-words.json',
    );
  });

  it('stay as they are the second time', () => {
    expect(JSON.stringify(addProblems(document, shapeProblems))).toBe(JSON.stringify(document));
  });
});

describe('addProblems', () => {
  it('accepts answers of every shape, and refuses what their schemas do', () => {
    const names = shapeProblems.entries.map(({ name }) => name);
    const document = addProblems(documentWith(names), shapeProblems);
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'api');
    const accepts = (name: string, answer: unknown): boolean =>
      ajv.compile({ $ref: `api#/components/schemas/${name}` })(answer);
    const documents = SHAPED.map(
      (error) => [error.name, JSON.parse(JSON.stringify(error)) as object] as const,
    );
    for (const [name, answer] of documents)
      expect([name, accepts(name, answer)]).toEqual([name, true]);
    for (const [name, members] of MISSHAPEN) {
      const [, answer] = documents.find(([one]) => one === name) ?? [];
      expect([members, accepts(name, { ...answer, ...members })]).toEqual([members, false]);
    }
  });

  it('leaves the document that it is given alone', () => {
    const before = JSON.stringify(PLAIN);
    const added = addProblems(PLAIN, problems);
    expect(JSON.stringify(PLAIN)).toBe(before);
    expect(at(added, 'paths', '/orders', 'post', 'responses')).toEqual({
      '201': { description: 'It is ordered.' },
      '403': { $ref: '#/components/responses/OutOfCredit' },
      '409': { $ref: '#/components/responses/SoldOut' },
    });
    expect(at(added, 'components', 'responses', 'SoldOut')).toEqual({
      'x-generated-by': 'faultless',
      description: 'It is sold out.',
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/SoldOut' },
          examples: {
            SoldOut: {
              value: {
                type: 'https://api.example/problems/sold-out',
                title: 'It is sold out.',
                status: 409,
                detail: 'Nothing is left of it.',
                code: 'sold_out',
                item: 'Tea',
              },
            },
          },
        },
      },
    });
  });

  it('tells the own types always, and others where they are named', () => {
    const { NotFound, ...schemas } = at(
      addProblems(documentWith([], ['NotFound']), problems),
      'components',
      'schemas',
    ) as Record<string, unknown>;
    expect(NotFound).toMatchObject({ title: 'Not Found' });
    expect(Object.keys(schemas)).toEqual(['ProblemDetails', ...MANY.slice(0, 5)]);
  });

  it('takes away what is no longer named, and what is no longer there', () => {
    const first = addProblems(documentWith(['OutOfCredit', 'Forbidden', 'SoldOut']), problems);
    const renamed = structuredClone(first);
    Object.assign(at(renamed, 'paths', '/orders', 'post') as object, { 'x-problems': ['SoldOut'] });
    const fewer = { entries: problems.entries.filter(({ name }) => name !== 'OutOfCredit') };
    const second = addProblems(renamed, fewer);
    expect(second).toEqual(addProblems(documentWith(['SoldOut']), fewer));
  });

  it('accepts the answers that leave, and no others', () => {
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    ajv.addSchema(ADDED['3.1.0'], 'api');
    const accepts = (name: string, answer: unknown): boolean =>
      ajv.compile({ $ref: `api#/components/schemas/${name}` })(answer);
    const { OutOfCredit, SoldOut } = problems.classes;
    const answer = JSON.parse(JSON.stringify(new OutOfCredit({ balance: 30 }))) as object;
    expect(accepts('OutOfCredit', answer)).toBe(true);
    expect(accepts('OutOfCredit', { ...answer, instance: 'urn:uuid:1', more: 1 })).toBe(true);
    expect(accepts('OutOfCredit', { ...answer, balance: '30' })).toBe(false);
    expect(accepts('OutOfCredit', { ...answer, status: 404 })).toBe(false);
    expect(accepts('OutOfCredit', { ...answer, type: 'about:blank' })).toBe(false);
    expect(accepts('SoldOut', JSON.parse(JSON.stringify(new SoldOut({ item: 'Tea' }))))).toBe(true);
    expect(accepts('SoldOut', answer)).toBe(false);
  });

  it('writes schemas whose parts refer to each other', () => {
    const Node = z.object({
      name: z.string(),
      get below() {
        return z.array(Node);
      },
    });
    const { entries } = defineProblems({
      base: 'https://api.example/problems/',
      problems: {
        Circular: {
          status: 409,
          texts: { en: { title: 'It goes round.', detail: 'It is in itself.' } },
          members: z.object({ node: Node }),
          examples: [{ members: { node: { name: 'a', below: [] } } }],
        },
        Either: {
          status: 409,
          texts: { en: { title: 'Either.', detail: 'One of two.' } },
          members: z.union([z.object({ left: z.number() }), z.object({ right: z.number() })]),
          examples: [{ members: { left: 1 } }],
        },
      },
    });
    const document = addProblems(documentWith([]), { entries });
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'api');
    const accepts = (name: string, more: object): boolean => {
      const { examples } = entries.find((entry) => entry.name === name) ?? {};
      const answer = { ...examples?.[0], ...more };
      return ajv.compile({ $ref: `api#/components/schemas/${name}` })(answer);
    };
    const nested = { name: 'a', below: [{ name: 'b', below: [] }] };
    expect(accepts('Circular', { node: nested })).toBe(true);
    expect(accepts('Circular', { node: { name: 'a', below: [{ name: 5, below: [] }] } })).toBe(
      false,
    );
    expect(accepts('Either', {})).toBe(true);
    expect(accepts('Either', { left: 'a' })).toBe(false);
  });

  it('writes JSON Schema in the words of OpenAPI 3.0', () => {
    const schema = {
      type: 'object',
      $id: 'a',
      properties: {
        const: { const: 'a' },
        maybe: { type: ['string', 'null'] },
        several: { type: ['string', 'number'] },
        nothing: { type: 'null' },
        kept: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
        more: { exclusiveMinimum: 1, exclusiveMaximum: 5, examples: [2, 3] },
        list: { type: 'array', items: { anyOf: [{ const: 1 }, true] } },
        chosen: { enum: [{ const: 1 }], default: { type: ['a'] }, examples: 'a' },
      },
    };
    const { entries } = defineProblems({
      base: 'https://api.example/problems/',
      problems: {
        A: {
          status: 409,
          texts: { en: { title: 'A title.', detail: 'It happened.' } },
          members: members<{ const?: string }>(schema),
          examples: [{ detail: 'One.' }, { detail: 'Two.' }],
        },
      },
    });
    const added = addProblems(documentWith(['A'], [], '3.0.3'), { entries });
    const { schemas } = added.components as {
      schemas: { A: { allOf: [unknown, { properties: object }] } };
    };
    const content = at(
      added,
      'components',
      'responses',
      'A',
      'content',
      'application/problem+json',
    );
    expect(at(content, 'examples')).toMatchObject({
      A: { value: { detail: 'One.' } },
      'A-2': { value: { detail: 'Two.' } },
    });
    expect(schemas.A.allOf[1]).not.toHaveProperty('$id');
    expect(schemas.A.allOf[1].properties).toEqual({
      type: { type: 'string', enum: ['https://api.example/problems/a'] },
      title: { type: 'string', example: 'A title.' },
      status: { type: 'integer', enum: [409] },
      const: { enum: ['a'] },
      maybe: { type: 'string', nullable: true },
      several: { anyOf: [{ type: 'string' }, { type: 'number' }] },
      nothing: { enum: [null] },
      kept: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
      more: { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true, example: 2 },
      list: { type: 'array', items: { anyOf: [{ enum: [1] }, {}] } },
      chosen: { enum: [{ const: 1 }], default: { type: ['a'] } },
    });
  });

  it('adds to an operation what others have in common with it, and not to them', () => {
    const responses = { 200: { description: 'ok' } };
    const given = {
      openapi: '3.1.0',
      paths: {
        '/a': { get: { 'x-problems': ['OutOfCredit'], responses } },
        '/b': { get: { 'x-problems': ['SoldOut'], responses }, put: { responses } },
      },
      'x-responses': responses,
    };
    const added = addProblems(given, problems);
    const statuses = (path: string, method: string) =>
      Object.keys(at(added, 'paths', path, method, 'responses') as object);
    expect(statuses('/a', 'get')).toEqual(['200', '403']);
    expect(statuses('/b', 'get')).toEqual(['200', '409']);
    expect(statuses('/b', 'put')).toEqual(['200']);
    expect(added['x-responses']).toEqual({ 200: { description: 'ok' } });
    expect(responses).toEqual({ 200: { description: 'ok' } });
    expect(addProblems(added, problems)).toEqual(added);
  });

  it('takes time linear in the number of operations', () => {
    const get = { 'x-problems': ['SoldOut'], responses: {} };
    const paths = Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`/${at}`, { get }]));
    const began = process.cpuUsage().user;
    const added = addProblems({ openapi: '3.1.0', paths }, problems);
    expect(process.cpuUsage().user - began).toBeLessThan(5_000_000);
    expect(at(added, 'paths', '/3999', 'get', 'responses')).toHaveProperty('409');
  });

  it('adds to the operations of webhooks, callbacks and components', () => {
    const operation = () => ({ 'x-problems': ['SoldOut'] });
    const callbacks = {
      onOrder: { '{$request.body#/url}': { post: operation() }, 'x-a': { post: operation() } },
    };
    const given: OpenApiDocument = {
      openapi: '3.2.0',
      paths: {
        '/a': { post: { callbacks }, additionalOperations: { COPY: operation() } },
        'x-b': { get: operation() },
      },
      webhooks: { ordered: { post: operation() } },
      components: {
        pathItems: { Item: { get: { callbacks: { deep: { '{$url}': { put: operation() } } } } } },
        callbacks: { Called: { '{$url}': { query: operation() } }, Other: { $ref: '#/a' } },
      },
    };
    const added = addProblems(given, problems);
    const reference = { 409: { $ref: '#/components/responses/SoldOut' } };
    const url = '{$request.body#/url}';
    for (const path of [
      ['paths', '/a', 'post', 'callbacks', 'onOrder', url, 'post'],
      ['paths', '/a', 'additionalOperations', 'COPY'],
      ['webhooks', 'ordered', 'post'],
      ['components', 'pathItems', 'Item', 'get', 'callbacks', 'deep', '{$url}', 'put'],
      ['components', 'callbacks', 'Called', '{$url}', 'query'],
    ]) {
      expect(at(added, ...path, 'responses')).toEqual(reference);
    }
    const untouched = { ...operation() };
    expect(at(added, 'paths', 'x-b', 'get')).toEqual(untouched);
    expect(at(added, 'paths', '/a', 'post', 'callbacks', 'onOrder', 'x-a', 'post')).toEqual(
      untouched,
    );
    expect(addProblems(added, problems)).toEqual(added);
  });

  it('goes round in no circle', () => {
    const post: Record<string, unknown> = { 'x-problems': ['SoldOut'] };
    post.callbacks = { again: { '{$url}': { post } } };
    const added = addProblems({ openapi: '3.1.0', paths: { '/a': { post } } }, problems);
    expect(at(added, 'paths', '/a', 'post', 'responses')).toHaveProperty('409');
  });

  it.each<[string, OpenApiDocument, RegExp]>([
    ['another version', { openapi: '2.0' }, /must be a version 3\.0, 3\.1 or 3\.2, not 2\.0/],
    ['no version', {}, /not undefined/],
    [
      'a name that there is not',
      documentWith(['Other']),
      /POST \/orders names "Other", which is none of/,
    ],
    ['a name that is none', documentWith([5]), /names 5/],
    [
      'names that are no list',
      { openapi: '3.1.0', paths: { '/a': { get: { 'x-problems': 'A' } } } },
      /x-problems of GET \/a must be a list of names/,
    ],
    [
      'a component that is not from here',
      { ...documentWith([]), components: { schemas: { ProblemDetails: {} } } },
      /components\.schemas\.ProblemDetails is there already, and not from here/,
    ],
    [
      'responses that stand elsewhere',
      {
        openapi: '3.1.0',
        paths: { '/a': { get: { 'x-problems': ['NotFound'], responses: { $ref: 'other.yaml' } } } },
      },
      /responses of GET \/a is a reference to other\.yaml; write it out/,
    ],
    [
      'responses that are a list',
      { openapi: '3.1.0', webhooks: { a: { get: { 'x-problems': ['NotFound'], responses: [] } } } },
      /responses of GET webhook a must be an object/,
    ],
    ['components that are none', { ...documentWith([]), components: 5 }, /components must be/],
    [
      'schemas that stand elsewhere',
      { ...documentWith([]), components: { schemas: { $ref: 'schemas.yaml' } } },
      /components\.schemas is a reference to schemas\.yaml/,
    ],
    [
      'a name that there is not, in a callback',
      {
        openapi: '3.1.0',
        paths: {
          '/a': { get: { callbacks: { b: { '{$url}': { put: { 'x-problems': ['Other'] } } } } } },
        },
      },
      /x-problems of PUT GET \/a, callback b \{\$url\} names "Other"/,
    ],
    [
      'a response that is not from here',
      {
        openapi: '3.1.0',
        paths: {
          '/a': { get: { 'x-problems': ['NotFound'], responses: { 404: { description: 'a' } } } },
        },
      },
      /GET \/a has a response 404 of its own/,
    ],
  ])('refuses %s', (_, document, message) => {
    const attempt = () => addProblems(document, problems);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(message);
  });

  it('adds to a document that has nothing yet', () => {
    const added = addProblems({ openapi: '3.1.0', paths: { '/a': null } }, problems);
    expect(Object.keys(at(added, 'components') as object)).toEqual(['schemas']);
  });
});
