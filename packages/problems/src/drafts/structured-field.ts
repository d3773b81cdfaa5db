type BareItem = string | number | Uint8Array;

/** The largest Integer of a structured field (RFC 9651 §3.3.1). */
const MAX_INTEGER = 999_999_999_999_999;

/**
 * Writes a list of strings with parameters; one that is undefined is left out.
 *
 * @throws {TypeError} for what no structured field can say, naming it
 * @see RFC 9651 §4.1.1
 */
export function writeList(
  items: readonly (readonly [
    name: string,
    parameters: Readonly<Record<string, BareItem | undefined>>,
  ])[],
): string {
  return items
    .map(([name, parameters]) => writeString('name', name) + write(parameters))
    .join(', ');
}

function write(parameters: Readonly<Record<string, BareItem | undefined>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `;${key}=${writeItem(key, value)}`)
    .join('');
}

function writeItem(key: string, value: BareItem | undefined): string {
  if (typeof value === 'string') return writeString(key, value);
  if (ArrayBuffer.isView(value)) return `:${btoa(String.fromCharCode(...value))}:`;
  if (Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER) return String(value);
  throw new TypeError(`${key} must be a whole number of at most 15 digits, not ${String(value)}`);
}

function writeString(key: string, value: unknown): string {
  if (typeof value === 'string' && /^[ -~]*$/.test(value)) {
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
  }
  throw new TypeError(`${key} must be a text of ASCII, not ${String(value)}`);
}
