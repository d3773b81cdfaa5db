import { RESERVED_MEMBERS } from '@faultless/core/adapter';
import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { definitionOf, flattenReferences } from './flatten-references.js';
import { isSame, isSchema, mapNamed, type Subschema } from './subschemas.js';

/** What a schema says of the whole object, which has members of the problem's, too. */
const CLOSING = [
  ...['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'maxProperties'],
  ...['const', 'enum'],
];

/**
 * Opens the schema of an object for the members that every problem has: it accepts all that it did, with whatever
 * other members. What it says in several shapes is opened in each of them.
 */
export function openSchema(schema: JsonSchema): JsonSchema {
  const { $defs: definitions, ...root } = flattenReferences(schema);
  const opened = openShape(root, definitions, []);
  // A definition that is opened in its place may be of no more use.
  return flattenReferences({
    ...(opened as JsonSchema),
    ...(definitions !== undefined && { $defs: definitions }),
  });
}

function openShape(shape: Subschema, definitions: unknown, above: readonly string[]): Subschema {
  if (typeof shape === 'boolean') return shape;
  const open = (one: unknown): unknown =>
    isSchema(one) ? openShape(one, definitions, above) : one;
  const openEach = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value.map(open) : [];
  const isOpen = (one: unknown): boolean => isSame(open(one), one);

  const parts: unknown[] = [];
  const opened: Record<string, unknown> = {};
  const isConditional = shape.if !== undefined && isOpen(shape.if);
  for (const [name, value] of Object.entries(shape)) {
    if (CLOSING.includes(name) || (name === 'not' && !isOpen(value))) continue;
    if (name === '$ref') {
      const target = definitionOf(value, definitions);
      if (target === undefined) opened.$ref = value;
      else if (!above.includes(target.name)) {
        const inside = openShape(target.schema, definitions, [...above, target.name]);
        if (isSame(inside, target.schema)) opened.$ref = value;
        else parts.push(inside);
      }
    } else if (name === 'oneOf' && !isSame(openEach(value), value)) {
      // What fits one of them alone may fit others, too, when they are open.
      parts.push({ anyOf: openEach(value) });
    } else if (CONDITIONAL.includes(name)) {
      if (isConditional) opened[name] = open(value);
    } else if (name === 'properties') opened[name] = withoutReserved(value);
    else if (name === 'patternProperties') opened[name] = forOthers(value);
    else if (name === 'dependentSchemas') opened[name] = mapNamed(value, open);
    else opened[name] = SHAPES.includes(name) ? openEach(value) : value;
  }
  const branches = [shape.then, shape.else];
  if (shape.if !== undefined && !isConditional && branches.every(isSchema)) {
    parts.push({ anyOf: branches.map(open) });
  }
  return join(opened, parts);
}

const SHAPES = ['allOf', 'anyOf', 'oneOf'];
const CONDITIONAL = ['if', 'then', 'else'];

function join(schema: JsonSchema, parts: readonly unknown[]): Subschema {
  if (parts.length === 0) return schema;
  const [only, ...more] = parts;
  if (more.length === 0 && Object.keys(schema).length === 0) return only as Subschema;
  const { allOf = [], ...rest } = schema;
  return { ...rest, allOf: [...(allOf as readonly unknown[]), ...parts] };
}

/** A schema may say that it has no `status`; the problem has one. */
function withoutReserved(properties: unknown): unknown {
  if (!isRecord(properties)) return properties;
  const own = Object.entries(properties).filter(([name]) => !isReserved(name));
  return Object.fromEntries(own);
}

function isReserved(name: string): boolean {
  return RESERVED_MEMBERS.some((one) => one === name);
}

/** Without the patterns that a name is of which every problem has. */
function forOthers(patterns: unknown): unknown {
  if (!isRecord(patterns)) return patterns;
  const others = Object.entries(patterns).filter(
    ([pattern]) => !RESERVED_MEMBERS.some((name) => mayMatch(pattern, name)),
  );
  return Object.fromEntries(others);
}

function mayMatch(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return true;
  }
}
