/**
 * Gives error classes their names as data, as the built-in ones have them: a minifier may rename a
 * class, and a stack should still say what it was.
 */
export function nameErrors(classes: Readonly<Record<string, { readonly prototype: Error }>>): void {
  for (const [name, { prototype }] of Object.entries(classes)) {
    Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true });
  }
}
