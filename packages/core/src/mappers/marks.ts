import { listOf, readProperty, textOf } from '../values/read-property.js';

/**
 * What tells the errors of a library apart, as data: the members that they have, and what each is. A
 * kind is what `typeof` says, `list` or `map`; after `=` stands the text, number or boolean itself.
 */
export type Marks = Readonly<Record<string, string>>;

/** Whether a value has all of the marks. Never throws. */
export function bears(value: unknown, marks: Marks): boolean {
  return Object.entries(marks).every(([path, mark]) => fits(readPath(value, path), mark));
}

function fits(value: unknown, mark: string): boolean {
  return mark.startsWith('=') ? textOf(value) === mark.slice(1) : kindOf(value) === mark;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (listOf(value) !== undefined) return 'list';
  return isMap(value) ? 'map' : typeof value;
}

/** Of any realm. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    typeof readProperty(value, 'entries') === 'function' &&
    typeof readProperty(value, 'size') === 'number'
  );
}

/** Reads a member of a member: `extensions.http.status`. */
export function readPath(value: unknown, path: string): unknown {
  return path.split('.').reduce(readProperty, value);
}
