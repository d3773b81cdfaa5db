const codesOf = (text: string): number[] => Array.from(text, (one) => one.charCodeAt(0));
const placesOf = (letter: string): number[] =>
  Array.from(SHAPE, (one, place) => (one === letter ? place : -1)).filter((place) => place >= 0);

/** A random UUID's version is 4; `y` is a digit that says its variant as well. */
const SHAPE = 'urn:uuid:xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx';
const DIGITS = codesOf('0123456789abcdef');
const RANDOM = placesOf('x');
const VARIANTS = placesOf('y');
const BYTES = 16;
/** What is fetched at once is enough for many names. */
const POOL = 128 * BYTES;

const codes = codesOf(SHAPE);
const random = new Uint8Array(POOL);
let used = POOL;

/**
 * A new name for an occurrence: `urn:uuid:` and a random UUID (RFC 9562 §5.4), in one piece. That of
 * `crypto.randomUUID()` has twenty, which take ten times the memory, and time when a body is put together of them.
 */
export function newInstance(): string {
  if (used === POOL) {
    crypto.getRandomValues(random);
    used = 0;
  }
  for (let half = 0; half < RANDOM.length; half += 1) {
    const byte = random[used + (half >> 1)] as number;
    codes[RANDOM[half] as number] = DIGITS[half % 2 === 0 ? byte >> 4 : byte & 15] as number;
  }
  used += BYTES;
  // The last byte has more than enough bits left: 30 digits take 15 of them.
  codes[VARIANTS[0] as number] = DIGITS[8 + ((random[used - 1] as number) & 3)] as number;
  return String.fromCharCode(...codes);
}
