/** A value as a list; undefined if it is none, or a revoked proxy, which Array.isArray throws for. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
