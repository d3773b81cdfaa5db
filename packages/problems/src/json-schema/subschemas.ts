import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';

/** What a keyword may hold where a schema is expected. */
export type Subschema = JsonSchema | boolean;

/** The keywords that hold schemas: one, a list of them, or some by name. All others hold data. */
const HOLDERS = {
  one: [
    ...[
      'additionalItems',
      'additionalProperties',
      'contains',
      'contentSchema',
      'else',
      'if',
      'items',
    ],
    ...['not', 'propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'],
  ],
  list: ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'],
  named: [
    ...['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties'],
    'properties',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const has = (names: readonly string[], name: string): boolean => names.includes(name);

export function isSchema(value: unknown): value is Subschema {
  return typeof value === 'boolean' || isRecord(value);
}

/** A schema with something else in the place of each that it is made of. */
export function mapSubschemas(
  schema: JsonSchema,
  map: (subschema: Subschema) => unknown,
): JsonSchema {
  const mapOne = (value: unknown): unknown => (isSchema(value) ? map(value) : value);
  const mapped = Object.entries(schema).map(([name, value]) => {
    if (Array.isArray(value)) return [name, has(HOLDERS.list, name) ? value.map(mapOne) : value];
    if (has(HOLDERS.named, name)) return [name, mapNamed(value, mapOne)];
    return [name, has(HOLDERS.one, name) ? mapOne(value) : value];
  });
  return Object.fromEntries(mapped) as JsonSchema;
}

/** The values of an object by other means, or by none if it is none. */
export function mapNamed(value: unknown, map: (one: unknown) => unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, map(one)]));
}

/** Whether two schemas say the same in the same words. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
