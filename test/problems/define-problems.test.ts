import { en, HttpError, isHttpError, zhCN } from '@faultless/core';
import { ar } from '@faultless/locale-ar';
import {
  defineProblems,
  type JsonSchema,
  members,
  type ProblemsOptions,
} from '@faultless/problems';
import { builtInProblems } from '@faultless/problems/built-in';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';
import { shopProblems } from './shop-problems.js';

const BASE = 'https://api.example/problems/';
const TEXTS = { en: { title: 'A title.', detail: 'What happened.' } };
const PLAIN = { status: 403, texts: TEXTS };

const OTHER = { name: 'Other', status: 404, code: undefined, texts: TEXTS };

const status = z.object({ status: z.number() });
const Linked = z
  .object({
    get status() {
      return z.array(Linked);
    },
  })
  .meta({ id: 'Linked' });

/** Schemas that would have a member that every problem has, said in another place than at their root. */
const RESERVED = {
  'in a union': z.union([status, z.object({ sum: z.number() })]),
  'that tells shapes apart': z.discriminatedUnion('type', [
    z.object({ type: z.literal('a') }),
    z.object({ type: z.literal('b') }),
  ]),
  'in an intersection': z.intersection(z.object({ sum: z.number() }), z.union([status, status])),
  'in what the root refers to': Linked,
  'beside a date': z.object({ day: z.date(), status: z.number() }),
  'beside a date (valibot)': toStandardJsonSchema(v.object({ day: v.date(), status: v.number() })),
  'in a union (arktype)': type({ sum: 'number' }).or({ status: 'number' }),
  'among the keys of a record': z.record(z.enum(['sum', 'status']), z.number()),
  'among those that a record may have': z.partialRecord(z.enum(['status', 'sum']), z.number()),
  ...Object.fromEntries(
    Object.entries<JsonSchema>({
      'in oneOf': { oneOf: [{ properties: { status: {} } }] },
      'in allOf': { allOf: [{ properties: { status: {} } }, true] },
      'by a reference': { $ref: '#/$defs/a', $defs: { a: { properties: { status: {} } } } },
      'by an anchor': { $ref: '#a', $defs: { a: { $anchor: 'a', properties: { status: {} } } } },
      'in what is asked': { if: { properties: { status: {} } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
      'where that is so': { if: {}, then: { properties: { status: {} } } },
      'where it is not': {
        if: {},
        else: { $ref: '#/$defs/a' },
        $defs: { a: { required: ['status'] } },
      },
      'where another is': { dependentSchemas: { sum: { properties: { status: {} } } } },
      'as the only name': { propertyNames: { const: 'status' } },
    }).map(([where, schema]) => [`${where} of a JSON Schema`, members(schema)]),
  ),
};

const define = (problems: unknown, more: object = {}) =>
  defineProblems({ base: BASE, problems, ...more } as ProblemsOptions);

describe('defineProblems', () => {
  it('makes a class of each problem, which knows its type', () => {
    const { classes } = shopProblems(BASE);
    const error = new classes.OutOfCredit({ balance: 30 }, 'That costs 50.');
    expect(isHttpError(error)).toBe(true);
    expect(error).toBeInstanceOf(HttpError);
    expect(error.name).toBe('OutOfCredit');
    expect(error.message).toBe('That costs 50.');
    expect(classes.OutOfCredit.type).toBe(`${BASE}out-of-credit`);
    expect(error.toJSON()).toEqual({
      type: `${BASE}out-of-credit`,
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'That costs 50.',
      balance: 30,
      accounts: [],
    });
  });

  it('takes what every error takes after the members', () => {
    const { OutOfCredit, WarehouseClosed } = shopProblems(BASE).classes;
    const cause = new Error('cause');
    const error = new OutOfCredit({ balance: 1 }, { cause, conceal: true });
    expect([error.cause, error.conceal, error.detail]).toEqual([cause, true, undefined]);
    const both = new OutOfCredit({ balance: 1 }, 'detail', { cause });
    expect([both.cause, both.detail]).toEqual([cause, 'detail']);
    const plain = new WarehouseClosed('detail', { retryAfter: 5, expose: false });
    expect([plain.detail, plain.retryAfter, plain.expose]).toEqual(['detail', 5, false]);
    expect(new WarehouseClosed({ detail: { key: 'closed' } }).detail).toEqual({ key: 'closed' });
    expect(new WarehouseClosed().message).toBe('The warehouse is closed.');
  });

  it('names the URIs by the classes, or as it is told', () => {
    const { entries } = define({
      OutOfCredit: PLAIN,
      TLSRequired: PLAIN,
      Http2Only: PLAIN,
      Other: { ...PLAIN, slug: 'Something_else-2' },
    });
    expect(entries.map((entry) => entry.type.slice(BASE.length))).toEqual([
      'out-of-credit',
      'tls-required',
      'http2-only',
      'Something_else-2',
    ]);
  });

  it('knows the examples as complete documents', () => {
    const { entries } = shopProblems(BASE);
    expect(entries.slice(0, 4).map(({ examples }) => examples)).toMatchObject([
      [{ status: 403, detail: /^Your balance/.source && expect.any(String), balance: 30 }],
      [{ status: 409, code: 'sold_out', item: 'Tea' }],
      [{ status: 429, temporary: true, quota: 100 }],
      [{ type: `${BASE}closed`, title: 'The warehouse is closed.', status: 503 }],
    ]);
    expect(
      define({ A: { ...PLAIN, members: z.object({ sum: z.number() }) } }).entries[0],
    ).toMatchObject({ examples: [] });
    expect(
      define({ A: { ...PLAIN, members: z.object({ sum: z.number().optional() }) } }).entries[0],
    ).toMatchObject({ examples: [{ status: 403 }] });
    // Nobody knows whether a type asks for some.
    expect(
      define({ A: { ...PLAIN, members: members<{ sum: number }>() } }).entries[0],
    ).toMatchObject({ examples: [] });
  });

  it('knows examples as a client reads them, whatever their members are', () => {
    const members = z.object({ sum: z.bigint(), day: z.date() });
    const examples = [{ members: { sum: 2n ** 60n, day: new Date(0) } }];
    expect(define({ A: { ...PLAIN, members, examples } }).entries[0]?.examples).toMatchObject([
      { sum: expect.anything(), day: '1970-01-01T00:00:00.000Z' },
    ]);
  });

  it('writes the JSON Schema of the members where the library can', () => {
    const schemas = shopProblems(BASE).entries.slice(0, 5);
    const has = (type: string) => expect.objectContaining({ type });
    expect(schemas.map((entry) => entry.membersSchema('draft-2020-12')?.properties)).toEqual([
      { balance: has('number'), accounts: has('array') },
      { item: has('string') },
      { quota: has('number') },
      undefined,
      undefined,
    ]);
    // arktype writes no OpenAPI 3.0, zod no dates, valibot no transformations; none keeps anybody from starting.
    expect(schemas[2]?.membersSchema('openapi-3.0')).toBeUndefined();
    const dated = define({ A: { ...PLAIN, members: z.object({ day: z.date() }) } });
    expect(dated.entries[0]?.membersSchema('draft-2020-12')).toMatchObject({
      properties: { day: {} },
    });
    const changed = v.pipe(v.string(), v.transform(Number));
    const matched = v.pipe(v.string(), v.minLength(2), v.regex(/^a/i));
    const kept = v.pipe(v.string(), v.regex(/^a/), v.trim(), v.brand('Name'));
    const piped = define({
      A: { ...PLAIN, members: toStandardJsonSchema(v.object({ changed, matched, kept })) },
    });
    expect(piped.entries[0]?.membersSchema('draft-2020-12')?.properties).toEqual({
      changed: {},
      matched: { type: 'string', minLength: 2 },
      kept: { type: 'string', pattern: '^a' },
    });
    const told = members<{ sum: number }>({ properties: { sum: { type: 'number' } } });
    const typed = define({ A: { ...PLAIN, members: told } });
    expect(typed.entries[0]?.membersSchema('draft-2020-12')).toEqual({
      properties: { sum: { type: 'number' } },
    });
  });
});

describe('what defineProblems refuses', () => {
  it.each<[string, unknown, object, RegExp]>([
    [
      'no base',
      {},
      { base: undefined },
      /base must be an absolute http or https URL.*not undefined/,
    ],
    ['a relative base', {}, { base: '/problems/' }, /base must be an absolute.*"\/problems\/"/],
    ['another scheme', {}, { base: 'ftp://api.example/' }, /base must be/],
    ['a base without a slash', {}, { base: 'https://api.example/problems' }, /ends in \//],
    ['a base with a query', {}, { base: 'https://api.example/?a=/' }, /base must be/],
    ['a base with a fragment', {}, { base: 'https://api.example/#a/' }, /base must be/],
    ['a base with a name', {}, { base: 'https://ada@api.example/' }, /base must be/],
    ['a base with a password', {}, { base: 'https://:secret@api.example/' }, /base must be/],
    ['a base in capitals', {}, { base: 'https://API.example/' }, /as new URL\(\) writes it/],
    ['no problems', undefined, {}, /problems must be an object of descriptions by name/],
    ['no locales', {}, { locales: [] }, /locales must be a list of one or more/],
    ['others that are none', {}, { others: ['NotFound'] }, /others must be a list of/],
    ['a locale of no tag', {}, { locales: [{ ...en, tag: '../en' }] }, /locales must be a list/],
    [
      'a locale of no language',
      {},
      { locales: [{ ...en, tag: 'english_language' }] },
      /locales must be a list/,
    ],
    ['a locale of no direction', {}, { locales: [{ tag: 'en' }] }, /locales must be a list/],
    ...['../../a', 'a/b', 'a"b', '', 'ProblemDetails', 5].map(
      (name): [string, unknown, object, RegExp] => [
        `others by the name ${JSON.stringify(name)}`,
        {},
        { others: [{ ...OTHER, name }] },
        /a name of others must be letters, digits and _/,
      ],
    ),
    ...['../a', 'a"b', '', 'index', 'LLMS', 5].map((code): [string, unknown, object, RegExp] => [
      `others by the code ${JSON.stringify(code)}`,
      {},
      { others: [{ ...OTHER, code }] },
      /Other of others: code must be letters/,
    ]),
    [
      'others by the name of the index',
      {},
      { others: [{ ...OTHER, name: 'Index' }] },
      /the slug of Index must be/,
    ],
    [
      'others of no error',
      {},
      { others: [{ ...OTHER, status: 200 }] },
      /Other of others: status must be.*200/,
    ],
    [
      'others of half a status',
      {},
      { others: [{ ...OTHER, status: 404.5 }] },
      /status must be.*404.5/,
    ],
    [
      'others of no detail',
      {},
      { others: [{ ...OTHER, texts: { ...TEXTS, fr: { title: 'a' } } }] },
      /Other of others: texts\.fr must be/,
    ],
    [
      'others of no English',
      {},
      { others: [{ ...OTHER, texts: { fr: TEXTS.en } }] },
      /Other of others: texts must be/,
    ],
    ['the name of the index', { Index: PLAIN }, {}, /the slug of Index must be letters/],
    [
      'slugs that differ in capitals',
      { A: PLAIN, B: { ...PLAIN, slug: 'A' } },
      {},
      /A and B have one URI/,
    ],
    [
      'a status of proxies',
      { A: { ...PLAIN, status: 407 } },
      {},
      /A: a 407 is for who is a proxy to its client/,
    ],
    [
      'what another status owes',
      { A: { ...PLAIN, allow: ['GET'] } },
      {},
      /A: allow is what a 405 owes, not a 403/,
    ],
    [
      'a challenge with another status',
      { A: { ...PLAIN, status: 405, challenges: 'a' } },
      {},
      /A: challenges is what a 401 owes, not a 405/,
    ],
    ['a realm that is none', { A: { ...PLAIN, status: 401, challenges: '' } }, {}, /A: .*realm/],
    [
      'no challenge',
      { A: { ...PLAIN, status: 401, challenges: null } },
      {},
      /A: option challenges must be/,
    ],
    [
      'methods that are no list',
      { A: { ...PLAIN, status: 405, allow: 'GET' } },
      {},
      /A: allow must be a list of methods/,
    ],
    [
      'a method that is none',
      { A: { ...PLAIN, status: 405, allow: ['a b'] } },
      {},
      /A: allow must be a list of methods/,
    ],
    [
      'no protocol',
      { A: { ...PLAIN, status: 426 } },
      {},
      /A: protocols must name one protocol at least/,
    ],
    [
      'no protocols',
      { A: { ...PLAIN, status: 426, protocols: [] } },
      {},
      /A: protocols must name one/,
    ],
    [
      'a size for all of them',
      { A: { ...PLAIN, status: 416, size: 5 } },
      {},
      /A: there is no option "size"/,
    ],
    [
      'a schema that answers later',
      { A: { ...PLAIN, members: z.object({}).refine(() => Promise.resolve(true)) } },
      {},
      /A: the schema is asynchronous/,
    ],
    [
      'a schema that answers an example later',
      {
        A: {
          ...PLAIN,
          members: z.object({ sum: z.number().refine(() => Promise.resolve(true)) }),
          examples: [{ members: { sum: 5 } }],
        },
      },
      {},
      /A: .*the schema is asynchronous/,
    ],
    [
      'a reference that leads nowhere',
      { A: { ...PLAIN, members: members({ $ref: '#/$defs/none' }) } },
      {},
      /A: its JSON Schema refers to #\/\$defs\/none, which it does not have/,
    ],
    ...Object.entries(RESERVED).map(([where, schema]): [string, unknown, object, RegExp] => [
      `a reserved member ${where}`,
      { A: { ...PLAIN, members: schema } },
      {},
      /A: members can't have (status|type), which every problem has/,
    ]),
    ['an unknown option', {}, { local: [] }, /no option "local"; did you mean locales\?/],
    ['a name that is no class', { outOfCredit: PLAIN }, {}, /class name.*"outOfCredit"/],
    ['the name of them all', { ProblemDetails: PLAIN }, {}, /"ProblemDetails"/],
    [
      'others without texts',
      {},
      { others: [{ name: 'A', status: 404 }] },
      /A of others: texts must be/,
    ],
    [
      'a name of others',
      { NotFound: { ...PLAIN, slug: 'none' } },
      { others: builtInProblems() },
      /two problems have the name NotFound/,
    ],
    ['no description', { A: null }, {}, /A: options must be an object, not null/],
    ['no status', { A: { texts: TEXTS } }, {}, /A: option status must be.*undefined/],
    ['a status of no error', { A: { ...PLAIN, status: 200 } }, {}, /A: status must be.*200/],
    ['no texts', { A: { status: 403 } }, {}, /A: option texts must be texts by language tag/],
    [
      'no English',
      { A: { status: 403, texts: { 'zh-CN': TEXTS.en } } },
      {},
      /A: option texts must be.*en/,
    ],
    [
      'no title',
      { A: { status: 403, texts: { en: { detail: 'a' } } } },
      {},
      /A: texts\.en must be/,
    ],
    [
      'no detail',
      { A: { status: 403, texts: { en: { title: 'a' } } } },
      {},
      /A: texts\.en must be/,
    ],
    [
      'an explanation that is none',
      { A: { status: 403, texts: { en: { ...TEXTS.en, explanation: 5 } } } },
      {},
      /texts\.en\.explanation must be a string, not 5/,
    ],
    [
      'a language without a locale',
      { A: { status: 403, texts: { ...TEXTS, fr: TEXTS.en } } },
      {},
      /A: a language of texts must be a tag of the locales: en, zh-CN, not "fr"/,
    ],
    [
      'texts that are none',
      { A: { status: 403, texts: { ...TEXTS, 'zh-CN': 5 } } },
      {},
      /A: texts\.zh-CN must be/,
    ],
    [
      'a language by an alias',
      { A: { status: 403, texts: { ...TEXTS, zh: TEXTS.en } } },
      { locales: [en, zhCN, ar] },
      /the locales: en, zh-CN, ar, not "zh"/,
    ],
    ['a slug that is a path', { A: { ...PLAIN, slug: 'a/b' } }, {}, /A: option slug must be/],
    ['the slug of the index', { A: { ...PLAIN, slug: 'index' } }, {}, /A: option slug must be/],
    ['two with one slug', { A: PLAIN, B: { ...PLAIN, slug: 'a' } }, {}, /A and B have one URI/],
    ['two with one name', { OutOf: PLAIN, OUTOf: { ...PLAIN, slug: 'out-of' } }, {}, /one URI/],
    ['one that is sent already', { NotFound: PLAIN }, { others: builtInProblems() }, /one URI/],
    ['members of no schema', { A: { ...PLAIN, members: {} } }, {}, /A: option members must be a/],
    [
      'a reserved member (zod)',
      { A: { ...PLAIN, members: z.object({ status: z.number() }) } },
      {},
      /A: members can't have status, which every problem has; reserved: type, title/,
    ],
    [
      'a reserved member (arktype)',
      { A: { ...PLAIN, members: type({ detail: 'string' }) } },
      {},
      /A: members can't have detail/,
    ],
    [
      'a reserved member in an example',
      { A: { ...PLAIN, members: members(), examples: [{ members: { instance: 'a' } }] } },
      {},
      /A: the schema refuses an example: instance: every problem has it already/,
    ],
    [
      'an example that the schema refuses',
      {
        A: {
          ...PLAIN,
          members: z.object({ sum: z.number() }),
          examples: [{ members: { sum: '5' } }],
        },
      },
      {},
      /A: the schema refuses an example: sum: Invalid input/,
    ],
    ['an example with members', { A: { ...PLAIN, examples: [{ members: {} }] } }, {}, /has none/],
    [
      'an example of no text',
      { A: { ...PLAIN, examples: [{ detail: 5 }] } },
      {},
      /must be a string/,
    ],
    [
      'examples of another kind',
      { A: { ...PLAIN, examples: ['a'] } },
      {},
      /examples must be a list/,
    ],
    ['a slip of the pen', { A: { ...PLAIN, exampels: [] } }, {}, /A: .*did you mean examples\?/],
  ])('%s', (_, problems, more, message) => {
    const attempt = () => define(problems, more);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(message);
  });

  it('is not a member that a schema says there is not', () => {
    const never = z.object({ sum: z.number(), status: z.never().optional() });
    const nothing = members<{ sum: number }>({ properties: { status: false } });
    const { classes } = define({
      A: { ...PLAIN, members: never, examples: [{ members: { sum: 1 } }] },
      B: { ...PLAIN, members: nothing, examples: [{ members: { sum: 1 } }] },
      C: { ...PLAIN, members: z.object({ inner: status }) },
    });
    expect(Object.keys(classes)).toEqual(['A', 'B', 'C']);
  });

  it('is not what a locale of the application makes reachable', () => {
    const texts = { ...TEXTS, ar: { title: 'عنوان', detail: 'تفاصيل' } };
    expect(() => define({ A: { status: 403, texts } }, { locales: [en, ar] })).not.toThrow();
  });
});

describe('members that the schema refuses', () => {
  const { NODE_ENV } = process.env;
  afterEach(() => {
    process.env.NODE_ENV = NODE_ENV;
  });

  const failing = (validate: (given: unknown) => unknown) => ({
    '~standard': {
      version: 1 as const,
      vendor: 'test',
      validate: validate as () => { value: object },
    },
  });
  const { A, B, Card, Later, Rest, Failing, Strange, Nothing, Odd, Untold } = defineProblems({
    base: BASE,
    problems: {
      A: { status: 403, texts: TEXTS, members: z.object({ sum: z.number(), name: z.string() }) },
      B: { status: 403, texts: TEXTS, members: z.strictObject({ sum: z.number() }) },
      Card: {
        status: 403,
        texts: TEXTS,
        members: z.object({ sum: z.number().optional(), card: z.string().transform(() => '***') }),
      },
      Later: {
        status: 403,
        texts: TEXTS,
        members: failing((given) =>
          Object.keys(given as object).length === 0
            ? { value: {} }
            : Promise.reject(new Error('no')),
        ),
      },
      Rest: {
        status: 403,
        texts: TEXTS,
        members: failing((given) => {
          const names = Object.keys(given as object);
          if (names.length === 0) return { value: {} };
          return names.includes('sum')
            ? { issues: [{ message: 'no', path: ['sum'] }] }
            : Promise.reject(new Error('later'));
        }),
      },
      Failing: {
        status: 403,
        texts: TEXTS,
        members: failing(() => {
          throw new Error('no');
        }),
        examples: [],
      },
      Nothing: { status: 403, texts: TEXTS, members: failing(() => undefined), examples: [] },
      Odd: {
        status: 403,
        texts: TEXTS,
        members: failing(() => {
          throw Object.create(null);
        }),
        examples: [],
      },
      Untold: { status: 403, texts: TEXTS, members: members(), examples: [] },
      Strange: { status: 403, texts: TEXTS, members: failing(() => ({ value: 5 })), examples: [] },
    },
  }).classes;
  const wrong = (value: unknown): never => value as never;

  it.each<[string, () => unknown, RegExp, object]>([
    ['of a wrong type', () => new A(wrong({ sum: '5', name: 'a' })), /^A: .*sum: Invalid/, {}],
    ['that are missing', () => new A(wrong({ sum: 5 })), /name: Invalid/, {}],
    [
      'beside others, which leave as the schema makes them',
      () => new Card(wrong({ sum: '5', card: '4111', secret: 's' })),
      /sum: Invalid/,
      { card: '***' },
    ],
    ['that are unknown', () => new B(wrong({ sum: 5, more: 1 })), /members: Unrecognized/, {}],
    ['in no object', () => new A(wrong('detail')), /an object, not string/, {}],
    ['in a list', () => new A(wrong([5])), /an object, not a list/, {}],
    ['by a promise', () => new Later(wrong({ sum: 1 })), /asynchronous/, {}],
    ['by a promise for the rest', () => new Rest(wrong({ sum: '1', name: 'a' })), /sum: no/, {}],
    ['by failing', () => new Failing({}), /the schema failed: no/, {}],
    ['by no result', () => new Nothing({}), /the schema failed: Cannot/, {}],
    ['by throwing what is no error', () => new Odd({}), /the schema failed: no result/, {}],
    [
      'that are reserved',
      () => new Untold(wrong({ status: 5, sum: 1 })),
      /status: every problem has it already/,
      { sum: 1 },
    ],
    ['by making something else', () => new Strange({}), /made number of the members/, {}],
  ])('%s are a TypeError in development, and left out in production', (_, make, message, rest) => {
    process.env.NODE_ENV = 'test';
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
    process.env.NODE_ENV = 'production';
    const error = make() as HttpError;
    expect(error.extensions).toEqual(rest);
    const told = error.notices?.map((notice) =>
      notice.message.replace(/left without a member: /, ': '),
    );
    expect(told?.[0]).toMatch(/^\w+ : /);
  });

  it('are told of as an error in place of options is', () => {
    expect(() => new A({ sum: 5, name: 'a' }, wrong(new Error('no')))).toThrow(/is a \{ cause \}/);
    expect(() => new A({ sum: 5, name: 'a' }, wrong(5))).toThrow(/detail must be a string/);
    expect(() => new A({ sum: 5, name: 'a' }, 'detail', wrong(5))).toThrow(TypeError);
  });
});
