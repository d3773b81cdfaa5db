import { PATH_LIMITS } from './build-pointer.js';

/**
 * Reads the segments of a JSON Pointer, as far as a pointer of ours goes; what does not begin with a
 * slash has none. The last one may be cut off where the pointer is longer than ours can be.
 *
 *     parsePointer('/items/0/a~1b') // ['items', '0', 'a/b']
 *
 * @see RFC 6901 §4
 */
export function parsePointer(pointer: unknown): readonly string[] {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return [];
  const read = pointer.slice(1, PATH_LIMITS.length + 1);
  const segments = read.split('/', PATH_LIMITS.segments);
  if (!read.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
