import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';

/**
 * Writes a JSON Schema (2020-12) in the words of OpenAPI 3.0, as far as it has some; what is written so already
 * stays as it is.
 *
 * @see OpenAPI 3.0.4 §4.7.24
 */
export function toOpenApi30(schema: JsonSchema): JsonSchema {
  const members = Object.entries(schema).flatMap(([name, value]) => {
    const translate = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
    return Object.entries(translate?.(value) ?? { [name]: translateInside(name, value) });
  });
  return Object.fromEntries(members);
}

type Words = (value: unknown) => JsonSchema | undefined;

const NONE: Words = () => ({});

const WORDS: Readonly<Record<string, Words>> = {
  $schema: NONE,
  $id: NONE,
  $comment: NONE,
  propertyNames: NONE,
  const: (value) => ({ enum: [value] }),
  examples: (value) => (Array.isArray(value) ? { example: value[0] as unknown } : {}),
  exclusiveMinimum: (value) =>
    typeof value === 'number' ? { minimum: value, exclusiveMinimum: true } : undefined,
  exclusiveMaximum: (value) =>
    typeof value === 'number' ? { maximum: value, exclusiveMaximum: true } : undefined,
  type: translateType,
};

function translateType(value: unknown): JsonSchema | undefined {
  if (value === 'null') return { nullable: true, enum: [null] };
  if (!Array.isArray(value)) return undefined;
  const types = value.filter((type) => type !== 'null');
  const nullable = types.length < value.length ? { nullable: true } : {};
  const [only, ...others] = types as unknown[];
  if (others.length === 0) return { type: only, ...nullable };
  return { anyOf: types.map((type: unknown) => ({ type })), ...nullable };
}

/** Members that hold data and no schema. */
const DATA: readonly string[] = ['enum', 'default', 'example', 'required'];

function translateInside(name: string, value: unknown): unknown {
  if (DATA.includes(name)) return value;
  if (Array.isArray(value)) return value.map((item) => translateInside('', item));
  if (!isRecord(value)) return value;
  if (name !== 'properties' && name !== '$defs') return toOpenApi30(value);
  const named = Object.entries(value).map(([key, one]) => [key, translateInside('', one)]);
  return Object.fromEntries(named) as JsonSchema;
}
