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
    const members = Object.entries(converter.output({ target }));
    return Object.fromEntries(members.filter(([name]) => !LEFT_OUT.includes(name)));
  } catch {
    // A library says so where it can't write the dialect, or has no words for a type, such as a date.
    return undefined;
  }
}

const LEFT_OUT: readonly string[] = ['$schema', 'additionalProperties'];
