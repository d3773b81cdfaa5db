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
    const text = typeof segment === 'symbol' ? (segment.description ?? '') : String(segment);
    if (text.length > MAX_SEGMENT) break;
    pointer += `/${encode(text.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  }
  return pointer;
}

/** Half a surrogate pair is no character and can't be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
