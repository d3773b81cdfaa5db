/** Names that a client chose may be of any length; the pointer then ends above them. */
const MAX_SEGMENT = 256;
const MAX_SEGMENTS = 64;

/**
 * Writes a path as a JSON Pointer in its URI fragment form.
 *
 *     buildPointer(['items', 0, 'a/b']) // '#/items/0/a~1b'
 *
 * @see RFC 6901 §3, §6
 */
export function buildPointer(path: readonly unknown[]): string {
  let pointer = '#';
  for (const segment of path.slice(0, MAX_SEGMENTS)) {
    const text = segmentText(segment);
    if (text === undefined || text.length > MAX_SEGMENT) break;
    pointer += `/${encode(text.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  }
  return pointer;
}

/** What is no property key ends the pointer. */
function segmentText(segment: unknown): string | undefined {
  if (typeof segment === 'symbol') return segment.description ?? '';
  return typeof segment === 'string' || typeof segment === 'number' ? String(segment) : undefined;
}

/** Half a surrogate pair is no character and can't be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
