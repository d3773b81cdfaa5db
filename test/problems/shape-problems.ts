import { defineProblems, members } from '@faultless/problems';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { scope, type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';

const Tree = z.object({
  name: z.string(),
  get below() {
    return z.array(Tree);
  },
});
const Named = z
  .object({
    name: z.string(),
    get next() {
      return Named.optional();
    },
  })
  .meta({ id: 'Link' });

interface Nested {
  name: string;
  below?: Nested[] | undefined;
}
const Nested: v.GenericSchema<Nested> = v.object({
  name: v.string(),
  below: v.optional(v.array(v.lazy(() => Nested))),
});
const { node: Node } = scope({ node: { name: 'string', 'below?': 'node[]' } }).export();

/** Words of JSON Schema that OpenAPI 3.0 has not, and references of every kind. */
const WORDS = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://schemas.example/words.json',
  $comment: 'for those who write it',
  type: 'object',
  properties: {
    pair: {
      type: 'array',
      prefixItems: [{ type: 'string' }, { $ref: '#count' }],
      items: false,
      minItems: 2,
    },
    kind: { const: 'a' },
    none: { type: 'null' },
    either: { type: ['string', 'number', 'null'], anyOf: [{ maxLength: 2 }, { minLength: 4 }] },
    count: { $anchor: 'count', type: 'integer', exclusiveMinimum: 0, examples: [1] },
    when: {
      type: 'object',
      if: { properties: { on: { const: true } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
      then: { properties: { at: { type: 'number' } }, required: ['at'] },
      else: { maxProperties: 1 },
      dependentRequired: { at: ['on'] },
    },
    named: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]' },
      patternProperties: { '^n': { type: 'number' } },
      additionalProperties: false,
      unevaluatedProperties: false,
    },
    not: { not: { type: 'array', prefixItems: [{ type: 'number' }], minItems: 1, maxItems: 1 } },
    one: {
      oneOf: [
        { type: 'array', contains: { const: 1 } },
        { type: 'array', maxItems: 1 },
      ],
    },
    any: true,
    bytes: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
    self: { $ref: '#' },
    never: { $ref: '#/$defs/nothing' },
    part: { $ref: 'part.json', description: 'Stands beside a reference.' },
    deep: { $ref: 'words.json#/properties/when/then' },
  },
  $defs: {
    1: {
      $id: 'part.json',
      type: 'object',
      properties: { part: { $ref: '#/$defs/inner' } },
      $defs: { inner: { $dynamicRef: '#leaf' }, leaf: { $dynamicAnchor: 'leaf', type: 'boolean' } },
    },
    nothing: false,
    never: { $ref: '#/$defs/never' },
  },
  maxProperties: 17,
  unevaluatedProperties: false,
};

const described = (name: string) => ({
  status: 409 as const,
  texts: { en: { title: `${name}.`, detail: 'It has another shape.' } },
});

/** Problems whose members are of every shape, by what the libraries have for it. */
export const shapeProblems = defineProblems({
  base: 'https://api.example/shapes/',
  problems: {
    Rooted: { ...described('Rooted'), members: Tree },
    Inner: { ...described('Inner'), members: z.object({ tree: Tree, link: Named }) },
    Linked: { ...described('Linked'), members: Named },
    Lazy: { ...described('Lazy'), members: toStandardJsonSchema(Nested) },
    Scoped: { ...described('Scoped'), members: Node },
    Rejecting: { ...described('Rejecting'), members: type({ '+': 'reject', sum: 'number' }) },
    Strict: {
      ...described('Strict'),
      members: z.union([
        z.strictObject({ left: z.number() }),
        z.strictObject({ left: z.number(), right: z.number().optional() }),
      ]),
    },
    Chosen: {
      ...described('Chosen'),
      members: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('one'), one: z.number() }),
        z.object({ kind: z.literal('two') }),
      ]),
    },
    Recorded: { ...described('Recorded'), members: z.record(z.string(), z.number()) },
    Keyed: { ...described('Keyed'), members: z.partialRecord(z.enum(['one', 'two']), z.number()) },
    Without: {
      ...described('Without'),
      members: members<{ sum: number }>({
        type: 'object',
        properties: { sum: { type: 'number' }, status: { not: {} } },
        required: ['sum'],
      }),
    },
    Dated: {
      ...described('Dated'),
      members: z.object({ day: z.date(), sum: z.bigint().optional() }),
    },
    Listed: {
      ...described('Listed'),
      members: z.object({
        pair: z.tuple([z.string(), z.number().gt(3)]),
        maybe: z.union([z.string(), z.boolean()]).nullable(),
        text: z.string().nullable(),
        none: z.null(),
        kind: z.literal(['a', 1, null]),
      }),
    },
    // The strict mode of ajv takes no tuple that may be longer.
    Loose: {
      ...described('Loose'),
      members: z.object({ list: z.tuple([z.string(), z.number()]).rest(z.boolean()) }),
    },
    Words: { ...described('Words'), members: members<Readonly<Record<string, unknown>>>(WORDS) },
    Bare: { ...described('Bare'), members: members<{ kind: string }>({ const: { kind: 'a' } }) },
    Conditional: {
      ...described('Conditional'),
      members: members<{ on: boolean; at?: number }>({
        type: 'object',
        if: { properties: { on: { const: true } }, additionalProperties: false },
        // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
        then: { properties: { on: true }, additionalProperties: false },
        else: { properties: { on: true, at: { type: 'number' } }, unevaluatedProperties: false },
        not: { properties: { at: { const: 0 } }, required: ['at'], maxProperties: 1 },
        patternProperties: { '.*': { type: ['boolean', 'number'] } },
        dependentSchemas: {
          at: { properties: { at: true, on: true }, additionalProperties: false },
        },
      }),
    },
  },
});

const {
  Rooted,
  Inner,
  Linked,
  Lazy,
  Scoped,
  Rejecting,
  Strict,
  Chosen,
  Recorded,
  Keyed,
  Without,
  Dated,
  Listed,
  Loose,
  Words,
  Bare,
  Conditional,
} = shapeProblems.classes;

const tree = { name: 'a', below: [{ name: 'b', below: [] }] };
const WORDED = {
  pair: ['a', 1],
  kind: 'a',
  none: null,
  either: null,
  count: 1,
  when: { on: true, at: 5 },
  named: { n: 1 },
  not: ['a'],
  one: [1, 2],
  any: [{}],
  bytes: 'AAAA',
  self: { self: { kind: 'a' } },
  part: { part: true },
  deep: { at: 5 },
};

/** Answers with them, which are right. */
export const SHAPED = [
  new Rooted(tree),
  new Inner({ tree, link: { name: 'a', next: { name: 'b' } } }),
  new Linked({ name: 'a', next: { name: 'b', next: { name: 'c' } } }),
  new Lazy({ name: 'a', below: [{ name: 'b', below: [] }] }),
  new Scoped({ name: 'a', below: [{ name: 'b' }] }),
  new Rejecting({ sum: 5 }),
  new Strict({ left: 5 }),
  new Strict({ left: 5, right: 6 }),
  new Chosen({ kind: 'one', one: 1 }),
  new Chosen({ kind: 'two' }),
  new Recorded({ first: 1, second: 2 }),
  new Keyed({ one: 1 }),
  new Without({ sum: 1 }),
  new Dated({ day: new Date(0) }),
  new Listed({ pair: ['a', 4], maybe: null, text: null, none: null, kind: null }),
  new Listed({ pair: ['a', 4], maybe: true, text: 'a', none: null, kind: 1 }),
  new Loose({ list: ['a', 1, true, false] }),
  new Words(WORDED),
  new Bare({ kind: 'a' }),
  new Conditional({ on: true }),
  new Conditional({ on: false, at: 5 }),
];

/** Members that some of them may not have, as data of the document. */
export const MISSHAPEN: readonly (readonly [name: string, members: object])[] = [
  ['Rooted', { name: 'a', below: [{ name: 5, below: [] }] }],
  ['Inner', { tree, link: { name: 'a', next: { name: 5 } } }],
  ['Linked', { name: 'a', next: { name: 'b', next: { name: 5 } } }],
  ['Lazy', { name: 'a', below: [{ name: 5 }] }],
  ['Scoped', { name: 'a', below: [{ name: 5 }] }],
  ['Rejecting', { sum: '5' }],
  ['Strict', { left: '5' }],
  ['Chosen', { kind: 'one', one: '1' }],
  ['Chosen', { kind: 'three' }],
  ['Listed', { pair: ['a', 3], maybe: 'a', text: 5, none: null, kind: 1 }],
  ['Loose', { list: ['a', 1, 2] }],
  ['Words', { count: 0 }],
  ['Words', { part: { part: 5 } }],
  ['Words', { self: { self: { count: 0 } } }],
  ['Words', { pair: ['a', 1, 1] }],
  ['Words', { never: null }],
  ['Words', { either: 'abc' }],
];
