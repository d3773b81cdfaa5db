import { RESERVED_MEMBERS } from '@faultless/core/adapter';
import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { listOf, listShapes } from './list-shapes.js';
import { indexSchemas, listTargets } from './locate.js';

/**
 * The first member that a schema would have, in whatever shape, though every problem has it already.
 *
 * @throws {TypeError} where it refers to what it does not have
 */
export function findReserved(schema: JsonSchema): string | undefined {
  const index = indexSchemas(schema);
  for (const one of index.bases.keys()) listTargets(one, index);
  const named = listShapes(schema, index).flatMap(namesOf);
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
  return schema === false || JSON.stringify(schema) === '{"not":{}}';
}
