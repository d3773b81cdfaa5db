import { isRecord } from '../check-members.js';
import { isSame, isSchema, mapNamed, type Subschema } from '../json-schema/subschemas.js';
import type { JsonSchema } from '../standard-schema.js';
import { isExact, isKept } from './words-of-30.js';

/**
 * Writes a JSON Schema (2020-12) in the words of OpenAPI 3.0. Where that has none, what is written accepts all that
 * the schema does, and more; what is written so already stays as it is.
 *
 * @see OpenAPI 3.0.4 §4.7.24
 */
export function toOpenApi30(schema: Subschema): JsonSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const { nullable, ...rest } = schema;
  if (nullable === true && rest.type === undefined) return { anyOf: [toOpenApi30(rest), NULL] };
  return withoutSiblings(WRITERS.map((write) => write(schema)).reduce(join, {}));
}

/** Each writes what it does of some keywords that have to be looked at together. */
const WRITERS: readonly ((schema: JsonSchema) => JsonSchema)[] = [
  writeKept,
  writeType,
  writeConstant,
  writeExample,
  (schema) => writeBound(schema, 'minimum', 'exclusiveMinimum', Math.max),
  (schema) => writeBound(schema, 'maximum', 'exclusiveMaximum', Math.min),
  writeItems,
  writeNames,
  writeConditions,
];

const all = (schemas: unknown): readonly JsonSchema[] =>
  Array.isArray(schemas) ? schemas.filter(isSchema).map(toOpenApi30) : [];

function writeKept(schema: JsonSchema): JsonSchema {
  const kept = Object.entries(schema)
    .filter(([name, value]) => isKept(name, value))
    .map(([name, value]): [string, unknown] => {
      if (name === 'allOf' || name === 'anyOf') return [name, all(value)];
      if (name === 'properties')
        return [name, mapNamed(value, (one) => toOpenApi30(one as Subschema))];
      if (name === 'not') return [name, toOpenApi30(value as Subschema)];
      if (name === 'oneOf') return [isExact(schema.oneOf) ? name : 'anyOf', all(value)];
      return [name, value];
    });
  return kept.reduce<JsonSchema>((joined, [name, value]) => join(joined, { [name]: value }), {});
}

/** Both of them; what both say with one keyword stands beside it in `allOf`. */
function join(one: JsonSchema, other: JsonSchema): JsonSchema {
  const { allOf = [], ...more } = other;
  const parts = [...listOf(one.allOf), ...listOf(allOf)];
  const isTwice = Object.keys(more).some((name) => name in one && !isSame(one[name], more[name]));
  const allOfBoth = isTwice ? [...parts, more] : parts;
  return { ...one, ...(!isTwice && more), ...(allOfBoth.length > 0 && { allOf: allOfBoth }) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What stands beside a reference is not looked at. */
function withoutSiblings(schema: JsonSchema): JsonSchema {
  const { $ref, allOf, ...rest } = schema;
  if ($ref === undefined || Object.keys(schema).length === 1) return schema;
  return { ...rest, allOf: [{ $ref }, ...listOf(allOf)] };
}

function writeType({ type }: JsonSchema): JsonSchema {
  if (!Array.isArray(type)) return typeof type === 'string' ? nameType(type, {}) : {};
  const names = type.filter((name) => name !== 'null').map(String);
  const nullable = names.length < type.length ? { nullable: true } : {};
  const [only, ...others] = names.map((name) => nameType(name, nullable));
  if (only === undefined) return nameType('null', {});
  return others.length === 0 ? only : { anyOf: [only, ...others] };
}

/** 3.0 has no type for it, and `nullable` is for those that it has. */
const NULL: JsonSchema = { enum: [null] };

function nameType(type: string, more: object): JsonSchema {
  return type === 'null' ? NULL : { type, ...more };
}

function writeConstant({ const: constant, enum: values }: JsonSchema): JsonSchema {
  const allowed = [constant === undefined ? undefined : [constant], values].filter(Array.isArray);
  return allowed
    .map((list): JsonSchema => (list.length === 0 ? { not: {} } : { enum: list }))
    .reduce(join, {});
}

function writeExample({ example, examples }: JsonSchema): JsonSchema {
  if (example !== undefined) return { example };
  return Array.isArray(examples) && examples.length > 0 ? { example: examples[0] as unknown } : {};
}

function writeBound(
  schema: JsonSchema,
  name: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  choose: (...bounds: readonly number[]) => number,
): JsonSchema {
  const { [name]: bound, [exclusive]: open } = schema;
  if (typeof open !== 'number') {
    return {
      ...(bound !== undefined && { [name]: bound }),
      ...(open !== undefined && { [exclusive]: open }),
    };
  }
  const isCloser = typeof bound === 'number' && bound !== open && choose(bound, open) === bound;
  return isCloser ? { [name]: bound } : { [name]: open, [exclusive]: true };
}

/** A tuple is a list of any of its parts. */
function writeItems(schema: JsonSchema): JsonSchema {
  const { items, prefixItems, additionalItems, maxItems, type } = schema;
  const [tuple, rest] = Array.isArray(items) ? [items, additionalItems] : [prefixItems, items];
  const most = maxItems === undefined ? {} : { maxItems };
  if (!Array.isArray(tuple)) {
    const isList = type === 'array' || listOf(type).includes('array');
    if (isSchema(items)) return { items: toOpenApi30(items), ...most };
    return isList ? { items: {}, ...most } : most;
  }
  const parts = all(tuple);
  if (rest === false) {
    const closed = Math.min(typeof maxItems === 'number' ? maxItems : parts.length, parts.length);
    return { items: parts.length === 0 ? {} : { anyOf: parts }, maxItems: closed };
  }
  return {
    items: isSchema(rest) && rest !== true ? { anyOf: [...parts, toOpenApi30(rest)] } : {},
    ...most,
  };
}

/** Names that are told by a pattern may be any. */
function writeNames({ additionalProperties: others, patternProperties }: JsonSchema): JsonSchema {
  const named = isRecord(patternProperties)
    ? Object.values(patternProperties).filter(isSchema)
    : [];
  if (others === undefined || others === true) return {};
  if (named.length === 0) {
    return isRecord(others)
      ? { additionalProperties: toOpenApi30(others) }
      : { additionalProperties: others };
  }
  const values = all([...named, ...(others === false ? [] : [others])]);
  return { additionalProperties: values.length === 1 ? values[0] : { anyOf: values } };
}

function writeConditions({ if: condition, then, else: otherwise }: JsonSchema): JsonSchema {
  if (condition === undefined || !isSchema(then) || !isSchema(otherwise)) return {};
  return { anyOf: [toOpenApi30(then), toOpenApi30(otherwise)] };
}
