import { listOf, readProperty } from '../../values/read-property.js';
import { PATH_LIMITS } from './build-pointer.js';

/**
 * The path of a Standard Schema issue, as far as a pointer goes: keys, or segments that hold a key.
 *
 * @see https://standardschema.dev (1.0, StandardSchemaV1.Issue)
 */
export function readSegments(issue: unknown): readonly unknown[] {
  const path = listOf(readProperty(issue, 'path')) ?? [];
  return path
    .slice(0, PATH_LIMITS.segments)
    .map((segment) => (typeof segment === 'object' ? readProperty(segment, 'key') : segment));
}
