import { listOf } from '../../values/list-of.js';
import { readProperty } from '../../values/read-property.js';

/**
 * The path of a Standard Schema issue: keys, or segments that hold a key.
 *
 * @see https://standardschema.dev (1.0, StandardSchemaV1.Issue)
 */
export function readSegments(issue: unknown): readonly unknown[] {
  const path = listOf(readProperty(issue, 'path')) ?? [];
  return path.map((segment) =>
    typeof segment === 'object' ? readProperty(segment, 'key') : segment,
  );
}
