import { isRecord } from './check-members.js';
import type { JsonSchema, JsonSchemaTarget, StandardSchema } from './standard-schema.js';

/**
 * The JSON Schema of the members that leave, if the library can write it (Standard JSON Schema). Other
 * members stay allowed: a problem has some of its own.
 *
 * @see https://standardschema.dev/json-schema
 */
export function findMembersSchema(
  schema: StandardSchema | undefined,
  target: JsonSchemaTarget,
): JsonSchema | undefined {
  const converter = schema?.['~standard'].jsonSchema;
  if (converter === undefined) return undefined;
  try {
    return open(converter.output({ target }));
  } catch {
    // A library says so where it can't write the dialect, or has no words for a type, such as a date.
    return undefined;
  }
}

/** Allows other members, in each of several shapes too. */
function open(schema: JsonSchema): JsonSchema {
  const members = Object.entries(schema)
    .filter(([name]) => name !== '$schema' && name !== 'additionalProperties')
    .map(([name, value]) => [name, SHAPES.includes(name) ? openEach(value) : value]);
  return Object.fromEntries(members) as JsonSchema;
}

const SHAPES: readonly string[] = ['anyOf', 'oneOf', 'allOf'];

function openEach(shapes: unknown): unknown {
  return Array.isArray(shapes)
    ? shapes.map((shape: unknown) => (isRecord(shape) ? open(shape) : shape))
    : shapes;
}
