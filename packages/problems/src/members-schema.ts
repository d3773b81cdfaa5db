import type { JsonSchema, JsonSchemaTarget, StandardSchema } from './standard-schema.js';

/** Has a library leave open what it has no words for, such as a date, in place of writing nothing at all. */
const LEAVE_OPEN: Readonly<Record<string, Record<string, unknown>>> = {
  zod: { unrepresentable: 'any' },
  valibot: { errorMode: 'ignore', overrideAction: openAction },
};

/** Transformations of valibot's after which a value is of the kind that it was. */
const SAME_KIND =
  /^(?:brand|filter_items|flavor|normalize|readonly|sort_items|to_m(?:ax|in)_value|to_[a-z]+_case|trim)/;

interface ValibotAction {
  readonly valibotAction: { readonly kind: string; readonly type: string };
  readonly jsonSchema: JsonSchema;
  readonly errors?: readonly string[] | undefined;
}

/** Has valibot forget what it knew before a transformation, and a pattern that is another with its flags. */
function openAction({ valibotAction, jsonSchema, errors }: ValibotAction): JsonSchema | undefined {
  const { kind, type } = valibotAction;
  if (kind === 'transformation' && !SAME_KIND.test(type)) return {};
  return type === 'regex' && errors !== undefined ? withoutPattern(jsonSchema) : undefined;
}

function withoutPattern({ pattern: _, ...rest }: JsonSchema): JsonSchema {
  return rest;
}

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
