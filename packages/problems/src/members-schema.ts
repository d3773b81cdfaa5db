import { flattenReferences } from './json-schema/flatten-references.js';
import { openSchema } from './json-schema/open-schema.js';
import type { JsonSchema, JsonSchemaTarget, StandardSchema } from './standard-schema.js';

/** Has a library leave open what it has no words for, such as a date, in place of writing nothing at all. */
const LEAVE_OPEN: Readonly<Record<string, Record<string, unknown>>> = {
  zod: { unrepresentable: 'any' },
  valibot: { errorMode: 'ignore' },
};

/**
 * The JSON Schema of the members as the library writes it (Standard JSON Schema), with all that it refers to in its
 * `$defs`.
 *
 * @throws {TypeError} where it refers to what it does not have
 * @see https://standardschema.dev/json-schema
 */
export function readMembersSchema(
  schema: StandardSchema | undefined,
  target: JsonSchemaTarget,
): JsonSchema | undefined {
  const written = schema && write(schema['~standard'], target);
  return written && flattenReferences(written);
}

function write(
  { vendor, jsonSchema }: StandardSchema['~standard'],
  target: JsonSchemaTarget,
): JsonSchema | undefined {
  try {
    return jsonSchema?.output({ target, libraryOptions: LEAVE_OPEN[vendor] });
  } catch {
    // A library says so where it can't write the dialect.
    return undefined;
  }
}

/** The JSON Schema of the members that leave. Other members stay allowed: a problem has some of its own. */
export function findMembersSchema(
  schema: StandardSchema | undefined,
  target: JsonSchemaTarget,
): JsonSchema | undefined {
  const read = readMembersSchema(schema, target);
  return read && openSchema(read);
}
