const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A strong entity tag of a content: FNV-1a over its bytes, in 64 bits. Nobody gains by two of an application's
 * own pages that have the same.
 *
 * @see RFC 9110 §8.8.3
 */
export function entityTag(bytes: Uint8Array): string {
  let hash = OFFSET;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return `"${hash.toString(36)}"`;
}

/** True where the client has one of these already: If-None-Match compares weakly (RFC 9110 §13.1.2). */
export function matchesTag(field: string | readonly string[] | undefined, tag: string): boolean {
  const listed = [field ?? []].flat().flatMap((line) => line.split(','));
  return listed.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
