/**
 * Reads the segments of a JSON Pointer; what does not begin with a slash has none.
 *
 *     parsePointer('/items/0/a~1b') // ['items', '0', 'a/b']
 *
 * @see RFC 6901 §4
 */
export function parsePointer(pointer: unknown): readonly string[] {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
