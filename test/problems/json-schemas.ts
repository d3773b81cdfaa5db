import fc from 'fast-check';

/** Data of few names, so that schemas have something to say of it. */
const NAME = fc.constantFrom('a', 'b', 'c');
const LEAF = fc.oneof(
  fc.constantFrom(null, true, 'a', 'abc', 1.5),
  fc.integer({ min: -4, max: 4 }),
);
export const OBJECT = fc.dictionary(NAME, fc.oneof(LEAF, fc.array(LEAF, { maxLength: 4 })), {
  noNullPrototype: true,
});
export const VALUE = fc.oneof(LEAF, OBJECT, fc.array(fc.oneof(LEAF, OBJECT), { maxLength: 4 }));

const word = (name: string, of: fc.Arbitrary<unknown>) => of.map((one) => ({ [name]: one }));

/** Schemas of JSON Schema 2020-12, without references. */

export const { schema: SCHEMA } = fc.letrec<{ schema: object | boolean }>((tie) => {
  const below = tie('schema');
  const list = fc.array(below, { minLength: 1, maxLength: 3 });
  const named = fc.dictionary(fc.constantFrom('a', 'b', 'c'), below, {
    maxKeys: 2,
    noNullPrototype: true,
  });
  const bound = fc.integer({ min: -3, max: 3 });
  const count = fc.nat({ max: 3 });
  const types = fc.constantFrom(
    'null',
    'boolean',
    'object',
    'array',
    'number',
    'integer',
    'string',
  );
  const words = fc.oneof(
    ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name) => word(name, list)),
    ...[
      'if',
      'then',
      'else',
      'not',
      'items',
      'contains',
      'additionalProperties',
      'propertyNames',
      'unevaluatedProperties',
      'unevaluatedItems',
    ].map((name) => word(name, below)),
    ...['properties', 'patternProperties', 'dependentSchemas'].map((name) => word(name, named)),
    ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((name) =>
      word(name, bound),
    ),
    ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'minLength'].map((name) =>
      word(name, count),
    ),
    word('type', fc.oneof(types, fc.uniqueArray(types, { minLength: 1 }))),
    word('const', VALUE),
    word('enum', fc.uniqueArray(VALUE, { minLength: 1, maxLength: 3, selector: JSON.stringify })),
    word('required', fc.uniqueArray(fc.constantFrom('a', 'b', 'c'))),
  );
  const schemas = fc
    .array(words, { maxLength: 4 })
    .map((some) => Object.assign({}, ...some) as object);
  return { schema: fc.oneof({ maxDepth: 3 }, fc.boolean(), schemas) };
});
