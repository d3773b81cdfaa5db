import { RESERVED_MEMBERS } from '@faultless/core/adapter';
import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { definitionOf } from './flatten-references.js';
import { isSame } from './subschemas.js';

const ALTERNATIVES = ['anyOf', 'oneOf'];
const CONDITIONAL = ['if', 'then', 'else'];

/** The schemas of one object: the root, what it refers to, and what it is made of or may be. */
export function listShapes(schema: JsonSchema): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  function visit(shape: unknown): void {
    if (!isRecord(shape) || found.has(shape)) return;
    found.add(shape);
    visit(definitionOf(shape.$ref, schema.$defs)?.schema);
    for (const name of ['allOf', ...ALTERNATIVES]) listOf(shape[name]).forEach(visit);
    for (const name of CONDITIONAL) visit(shape[name]);
    if (isRecord(shape.dependentSchemas)) Object.values(shape.dependentSchemas).forEach(visit);
  }
  visit(schema);
  return [...found];
}

/** The members that an object has in each of its shapes. */
export function listRequired(schema: JsonSchema): readonly string[] {
  const above = new Set<unknown>();
  function visit(shape: unknown): readonly string[] {
    if (!isRecord(shape) || above.has(shape)) return [];
    above.add(shape);
    const all = [definitionOf(shape.$ref, schema.$defs)?.schema, ...listOf(shape.allOf)];
    const shared = ALTERNATIVES.map((name) => common(listOf(shape[name]).map(visit)));
    const required = [
      ...listOf(shape.required).map(String),
      ...all.flatMap(visit),
      ...shared.flat(),
    ];
    above.delete(shape);
    return required;
  }
  return visit(schema);
}

function common([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/** The first member that a schema would have, in whatever shape, though every problem has it already. */
export function findReserved(schema: JsonSchema): string | undefined {
  const named = listShapes(schema).flatMap(namesOf);
  return RESERVED_MEMBERS.find((name) => named.includes(name));
}

function namesOf({ properties, required, propertyNames }: JsonSchema): readonly unknown[] {
  const told = isRecord(properties) ? Object.entries(properties) : [];
  const names = isRecord(propertyNames) ? propertyNames : {};
  return [
    ...told.filter(([, schema]) => !isNever(schema)).map(([name]) => name),
    ...listOf(required),
    ...listOf(names.enum),
    names.const,
  ];
}

/** It says that there is no such member. */
function isNever(schema: unknown): boolean {
  return schema === false || isSame(schema, { not: {} });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
