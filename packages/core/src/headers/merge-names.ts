/**
 * Merges lists of field names, as Vary and Access-Control-Expose-Headers hold them: each name once,
 * whatever its case, in the order of their coming.
 *
 * @see RFC 9110 §5.6.1
 */
export function mergeNames(...lists: readonly unknown[]): string {
  const names = new Map<string, string>();
  for (const part of lists.flat().join(',').split(',')) {
    const name = part.trim();
    const key = name.toLowerCase();
    if (name !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()].join(', ');
}
