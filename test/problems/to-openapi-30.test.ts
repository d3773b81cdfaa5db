import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import Draft4 from 'ajv6';
import fc from 'fast-check';
import { toOpenApi30 } from '../../packages/problems/src/openapi/to-openapi-30.js';
import { SCHEMA, VALUE } from './json-schemas.js';

const DRAFT_04 = JSON.parse(
  readFileSync('test/node_modules/ajv6/lib/refs/json-schema-draft-04.json', 'utf8'),
) as object;

/** Checks a value by a schema of 3.0, whose dialect is draft 4 with `nullable`. */
function compile30(schema: object): (value: unknown) => unknown {
  const ajv = new Draft4({ schemaId: 'auto', meta: false, nullable: true, logger: false });
  ajv.addMetaSchema(DRAFT_04, 'draft4');
  return ajv.compile({ ...schema, $schema: 'draft4' });
}

describe('toOpenApi30', () => {
  it.each<[string, object, object]>([
    ['a bound that another makes needless', { minimum: 5, exclusiveMinimum: 3 }, { minimum: 5 }],
    [
      'the closer bound',
      { maximum: 5, exclusiveMaximum: 3 },
      { maximum: 3, exclusiveMaximum: true },
    ],
    [
      'one bound that is left out',
      { minimum: 3, exclusiveMinimum: 3 },
      { minimum: 3, exclusiveMinimum: true },
    ],
    ['nothing', { type: ['null'] }, { enum: [null] }],
    ['one type of a list', { type: ['string'] }, { type: 'string' }],
    [
      'a list of anything',
      { type: ['array', 'null'] },
      { type: 'array', nullable: true, items: {} },
    ],
    [
      'what may be null, in words of 3.0',
      { nullable: true, allOf: [{ type: 'string' }] },
      { anyOf: [{ allOf: [{ type: 'string' }] }, { enum: [null] }] },
    ],
    ['two lists of values', { const: 1, enum: [1, 2] }, { enum: [1], allOf: [{ enum: [1, 2] }] }],
    ['no value', { enum: [] }, { not: {} }],
    ['no member that is required', { required: [] }, {}],
    [
      'a tuple',
      { prefixItems: [true], items: false, maxItems: 5 },
      { items: { anyOf: [{}] }, maxItems: 1 },
    ],
    ['a tuple of nothing', { prefixItems: [], items: false }, { items: {}, maxItems: 0 }],
    [
      'a tuple with more',
      { items: [{ type: 'string' }], additionalItems: { type: 'number' }, maxItems: 3 },
      { items: { anyOf: [{ type: 'string' }, { type: 'number' }] }, maxItems: 3 },
    ],
    ['a tuple with whatever more', { prefixItems: [{ type: 'string' }] }, { items: {} }],
    [
      'names by a pattern',
      { patternProperties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } },
      { additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    ['names by a pattern alone', { patternProperties: { a: true } }, {}],
    ['no other names', { additionalProperties: false }, { additionalProperties: false }],
    ['the opposite of what it can say', { not: { const: 1 } }, { not: { enum: [1] } }],
    ['not the opposite of what it can’t', { not: { items: [{ type: 'string' }] } }, {}],
    [
      'one of what it can say',
      { oneOf: [{ const: 1 }, { type: ['string', 'null'] }] },
      { oneOf: [{ enum: [1] }, { type: 'string', nullable: true }] },
    ],
    [
      'any of what it can’t',
      { oneOf: [{ $ref: '#/a' }, { properties: { a: { contains: {} } } }], anyOf: [{}] },
      { anyOf: [{ $ref: '#/a' }, { properties: { a: {} } }], allOf: [{ anyOf: [{}] }] },
    ],
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    ['what is so in both cases', { if: {}, then: { required: ['a'] } }, {}],
    ['extensions', { 'x-a': { const: 1 } }, { 'x-a': { const: 1 } }],
    ['its own example', { example: 1, examples: [2] }, { example: 1 }],
    [
      'nothing that it has not',
      { $comment: 'a', contentEncoding: 'base64', unevaluatedItems: false, examples: [] },
      {},
    ],
  ])('writes %s', (_, schema, expected) => {
    expect(toOpenApi30(schema as never)).toEqual(expected);
    expect(toOpenApi30(expected as never)).toEqual(expected);
  });

  it('accepts all that the schema does', () => {
    fc.assert(
      fc.property(SCHEMA, fc.array(VALUE, { minLength: 3 }), (original, values) => {
        const accepts = new Ajv.default({
          strict: false,
          logger: false,
          validateSchema: false,
        }).compile(original);
        const acceptsToo = compile30(toOpenApi30(original as never));
        for (const one of values) {
          if (accepts(one)) expect([one, acceptsToo(one)]).toEqual([one, true]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
