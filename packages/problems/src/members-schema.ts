import type { JsonSchema, JsonSchemaTarget, StandardSchema } from './standard-schema.js';

/** Has a library leave open what it has no words for, such as a date, in place of writing nothing at all. */
const LEAVE_OPEN: Readonly<Record<string, Record<string, unknown>>> = {
  zod: { unrepresentable: 'any' },
  valibot: { errorMode: 'ignore' },
};

/**
 * The JSON Schema of the members, if the library can write it (Standard JSON Schema).
 *
 * @see https://standardschema.dev/json-schema
 */
export function findMembersSchema(
  schema: StandardSchema | undefined,
  target: JsonSchemaTarget,
): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const { vendor, jsonSchema } = schema['~standard'];
  try {
    return jsonSchema?.output({ target, libraryOptions: LEAVE_OPEN[vendor] });
  } catch {
    // A library says so where it can't write the dialect.
    return undefined;
  }
}
