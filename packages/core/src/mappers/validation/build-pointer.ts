/**
 * Names that a client chose may be of any length, and lie at any depth; the pointer then ends above
 * them. It is written for each of many errors, so that its own length is a limit too, in characters.
 */
const MAX_SEGMENT = 256;
const MAX_SEGMENTS = 64;
const MAX_LENGTH = 2048;

/** More of a path than that never gets into a pointer: it need not be read. */
export const PATH_LIMITS = { segments: MAX_SEGMENTS, length: MAX_LENGTH } as const;

/**
 * Writes a path as a JSON Pointer in its URI fragment form.
 *
 *     buildPointer(['items', 0, 'a/b']) // '#/items/0/a~1b'
 *
 * @see RFC 6901 §3, §6
 */
export function buildPointer(path: readonly unknown[]): string {
  let pointer = '#';
  const count = Math.min(path.length, MAX_SEGMENTS);
  for (let at = 0; at < count; at += 1) {
    const text = segmentText(path[at]);
    if (text === undefined || text.length > MAX_SEGMENT) break;
    const longer = `${pointer}/${UNESCAPED.test(text) ? text : encode(text)}`;
    if (longer.length > MAX_LENGTH) break;
    pointer = longer;
  }
  return pointer;
}

/** The path of a member of what another path leads to, as far as a pointer goes. */
export function pathBelow(path: readonly unknown[], member: unknown): readonly unknown[] {
  return [...path.slice(0, MAX_SEGMENTS), member];
}

/** What is no property key ends the pointer. */
function segmentText(segment: unknown): string | undefined {
  if (typeof segment === 'symbol') return segment.description ?? '';
  return typeof segment === 'string' || typeof segment === 'number' ? String(segment) : undefined;
}

/** Most names need no encoding, and there are many. */
const UNESCAPED = /^[\w-]*$/;

/** Half a surrogate pair is no character and can't be encoded. */
function encode(text: string): string {
  const escaped = text.replaceAll('~', '~0').replaceAll('/', '~1');
  return encodeURIComponent(escaped.replace(/[\ud800-\udfff]/gu, '\uFFFD'));
}
