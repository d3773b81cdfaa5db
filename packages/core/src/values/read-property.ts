/** Reads a property of anything; undefined where there is none, or where reading throws. */
export function readProperty(value: unknown, name: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return undefined;
  }
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** A value as a list; undefined if it is none, or a revoked proxy, which Array.isArray throws for. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A property as text; empty where there is none, or one that can't be turned into text. */
export function readText(value: unknown, name: string): string {
  return textOf(readProperty(value, name));
}

/** A primitive as text; empty for whatever can't be one, such as an object, whose own code would run. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return '';
  }
}
