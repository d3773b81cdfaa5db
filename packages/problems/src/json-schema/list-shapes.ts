import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { indexSchemas, listTargets, type SchemaIndex } from './locate.js';

const ALTERNATIVES = ['anyOf', 'oneOf'];
const LISTS = ['allOf', ...ALTERNATIVES];
const CONDITIONAL = ['if', 'then', 'else'];

/** The schemas of one object: the root, what it refers to, and what it is made of or may be. */
export function listShapes(
  schema: JsonSchema,
  index: SchemaIndex = indexSchemas(schema),
): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  function visit(shape: unknown): void {
    if (!isRecord(shape) || found.has(shape)) return;
    found.add(shape);
    listTargets(shape, index).forEach(visit);
    for (const name of LISTS) listOf(shape[name]).forEach(visit);
    for (const name of CONDITIONAL) visit(shape[name]);
    if (isRecord(shape.dependentSchemas)) Object.values(shape.dependentSchemas).forEach(visit);
  }
  visit(schema);
  return [...found];
}

/** The members that an object has in each of its shapes. */
export function listRequired(schema: JsonSchema): readonly string[] {
  const index = indexSchemas(schema);
  const above = new Set<unknown>();
  function visit(shape: unknown): readonly string[] {
    if (!isRecord(shape) || above.has(shape)) return [];
    above.add(shape);
    const all = [...listTargets(shape, index), ...listOf(shape.allOf)];
    const shared = ALTERNATIVES.flatMap((name) => common(listOf(shape[name]).map(visit)));
    const required = [...listOf(shape.required).map(String), ...all.flatMap(visit), ...shared];
    above.delete(shape);
    return required;
  }
  return visit(schema);
}

function common([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((name) => others.every((names) => names.includes(name)));
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
