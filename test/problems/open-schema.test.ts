import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { flattenReferences } from '../../packages/problems/src/json-schema/flatten-references.js';
import { openSchema } from '../../packages/problems/src/json-schema/open-schema.js';
import { OBJECT, SCHEMA } from './json-schemas.js';

/** What every problem has beside its members. */
const PROBLEM = {
  type: 'https://api.example/problems/a',
  title: 'A title.',
  status: 409,
  detail: 'It happened.',
  instance: 'urn:uuid:1',
  code: 'a',
  temporary: true,
  more: [],
};

/** Whether a schema accepts a value; undefined where the code that ajv makes of it is none. */
function compile(schema: object): (value: unknown) => unknown {
  const ajv = new Ajv.default({ strict: false, logger: false, validateSchema: false });
  const validate = ajv.compile(schema);
  return (value) => {
    try {
      return validate(value);
    } catch {
      return undefined;
    }
  };
}

/** A schema, or one that refers to others for what it says. */
const ROOT = fc.tuple(SCHEMA, SCHEMA, SCHEMA, fc.boolean()).map(([root, a, b, refers]) => ({
  ...(typeof root === 'object' && root),
  ...(refers && { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }, a] }, b } }),
}));

describe('openSchema', () => {
  it('accepts all that the schema does, with what every problem has', () => {
    let accepted = 0;
    fc.assert(
      fc.property(ROOT, fc.array(OBJECT, { minLength: 3 }), (schema, objects) => {
        const accepts = compile(schema);
        const acceptsToo = compile(openSchema(flattenReferences(schema)));
        for (const object of objects.filter((one) => accepts(one))) {
          accepted += 1;
          const problem = { ...PROBLEM, ...object };
          expect([problem, acceptsToo(problem) ?? true]).toEqual([problem, true]);
        }
      }),
      { numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it.each<[string, object, object]>([
    [
      'a pattern that no member of all problems has',
      { patternProperties: { '^x-': {} } },
      { patternProperties: { '^x-': {} } },
    ],
    [
      'no pattern that one of them has',
      { patternProperties: { e$: false, '^x-': {} } },
      { patternProperties: { '^x-': {} } },
    ],
    ['no pattern that is none', { patternProperties: { '(': false } }, { patternProperties: {} }],
    [
      'keywords of no use',
      { patternProperties: 5, properties: null, allOf: 5 },
      { patternProperties: 5, properties: null, allOf: [] },
    ],
    [
      'what goes round in a circle',
      { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/a' }], maxProperties: 1 } } },
      { allOf: [{}] },
    ],
    [
      'one of what is open',
      { oneOf: [{ required: ['a'] }, true] },
      { oneOf: [{ required: ['a'] }, true] },
    ],
    [
      'what is asked of all members',
      { if: { required: ['a'] }, else: { maxProperties: 1 } },
      { if: { required: ['a'] }, else: {} },
    ],
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    ['nothing that is asked of its own', { if: { maxProperties: 1 }, then: {} }, {}],
    [
      'what is beside the shapes',
      { required: ['a'], allOf: [{ const: {} }], oneOf: [{ enum: [{}] }] },
      { required: ['a'], allOf: [{}, { anyOf: [{}] }] },
    ],
    [
      'what is elsewhere',
      { $ref: 'https://a.example/', maxProperties: 1 },
      { $ref: 'https://a.example/' },
    ],
  ])('keeps %s', (_, schema, expected) => {
    expect(openSchema(schema as never)).toEqual(expected);
  });
});

describe('flattenReferences', () => {
  it('writes the same schema in other words', () => {
    fc.assert(
      fc.property(ROOT, fc.array(OBJECT, { minLength: 3 }), (schema, objects) => {
        const [accepts, acceptsToo] = [compile(schema), compile(flattenReferences(schema))];
        for (const one of objects) {
          const [answer, other] = [accepts(one), acceptsToo(one)];
          expect(other ?? answer).toBe(answer ?? other);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, object, object]>([
    [
      'data that looks like a reference',
      { const: { $ref: '#/a', $id: 'b' } },
      { const: { $ref: '#/a', $id: 'b' } },
    ],
    [
      'a member that is called so',
      { properties: { $ref: { type: 'string' }, $id: {} } },
      { properties: { $ref: { type: 'string' }, $id: {} } },
    ],
    [
      'a component of the document',
      { $ref: '#/components/schemas/A' },
      { $ref: '#/components/schemas/A' },
    ],
    [
      'what is elsewhere',
      { items: { $ref: 'other.json#/a' } },
      { items: { $ref: 'other.json#/a' } },
    ],
    ['an address that is none', { $ref: 'http://[' }, { $ref: 'http://[' }],
    [
      'an address that is none, beside one that is',
      { $id: 'https://a.example/', items: { $id: 'http://[', $ref: 'http://[' } },
      { items: { $ref: 'http://[' } },
    ],
    [
      'keywords that hold no schema',
      { properties: 5, items: 'a', not: null },
      { properties: 5, items: 'a', not: null },
    ],
    [
      'what is elsewhere by its address',
      { $id: 'https://a.example/b/c.json', items: { $ref: '../d.json' } },
      { items: { $ref: 'https://a.example/d.json' } },
    ],
  ])('keeps %s', (_, schema, expected) => {
    expect(flattenReferences(schema as never)).toEqual(expected);
  });

  it.each<[string, object, unknown]>([
    [
      'a pointer with escapes',
      { $ref: '#/$defs/a~1b%20~0c', $defs: { 'a/b ~c': { type: 'null' } } },
      { $ref: '#/$defs/a_b__c', $defs: { a_b__c: { type: 'null' } } },
    ],
    [
      'an $id in the middle',
      {
        $ref: 'a.json#/$defs/b',
        $defs: {
          x: { $id: 'a.json', $defs: { b: { $ref: '#b' }, c: { $anchor: 'b', const: 1 } } },
        },
      },
      { $ref: '#/$defs/b', $defs: { b: { $ref: '#/$defs/b-2' }, 'b-2': { const: 1 } } },
    ],
    [
      'an absolute $id',
      { $id: 'urn:uuid:1', items: { $ref: 'urn:uuid:1#/$defs/a' }, $defs: { a: true } },
      { items: { $ref: '#/$defs/a' }, $defs: { a: true } },
    ],
    [
      'two references at once',
      {
        $ref: '#/$defs/a',
        $dynamicRef: '#b',
        allOf: [{}],
        $defs: { a: false, c: { $dynamicAnchor: 'b' } },
      },
      { allOf: [{}, { $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }], $defs: { a: false, b: {} } },
    ],
    [
      'itself, as an earlier draft has it',
      { items: { $recursiveRef: '#' } },
      { items: { $ref: '#/$defs/1' }, $defs: { 1: { items: { $ref: '#/$defs/1' } } } },
    ],
    [
      'two of one name',
      {
        allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b/$defs/a' }],
        $defs: { a: {}, b: { $defs: { a: true } } },
      },
      {
        allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a-2' }],
        $defs: { a: {}, 'a-2': true },
      },
    ],
    [
      'a place in a list',
      { anyOf: [{ type: 'null' }], $ref: '#/anyOf/0' },
      { anyOf: [{ type: 'null' }], $ref: '#/$defs/1', $defs: { 1: { type: 'null' } } },
    ],
  ])('follows %s', (_, schema, expected) => {
    expect(flattenReferences(schema as never)).toEqual(expected);
  });

  it.each(['#/$defs/b', '#a', '#/$defs/a/const', '#/%', '#/$defs/a/b/c'])(
    'refuses %s, which is not there',
    ($ref) => {
      expect(() => flattenReferences({ $ref, $defs: { a: { const: 1 } } })).toThrow(
        new TypeError(`its JSON Schema refers to ${$ref}, which it does not have`),
      );
    },
  );
});
