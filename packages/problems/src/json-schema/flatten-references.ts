import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { indexSchemas, isReference, type Located, locate } from './locate.js';
import { mapSubschemas, type Subschema } from './subschemas.js';

/** What is of no more use where all references are to `$defs`. */
const GONE = [
  ...['$schema', '$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary'],
  ...['$defs', 'definitions'],
];

/** The pointer of a definition of the root. */
export const DEFINITION = '#/$defs/';

/**
 * Writes a schema so that all it refers to is in the `$defs` of its root, whether it was there, in itself, behind
 * an anchor or an `$id`; what it refers to elsewhere stays there.
 *
 * @throws {TypeError} where it refers to what it does not have
 * @see JSON Schema 2020-12 §8.2
 */
export function flattenReferences(schema: JsonSchema): JsonSchema {
  const index = indexSchemas(schema);
  const names = new Map<unknown, string>();
  const definitions: Record<string, unknown> = {};

  function rewrite(one: Subschema, base: string): Subschema {
    if (typeof one === 'boolean') return one;
    const here = index.baseOf(one, base);
    const kept = Object.entries(one).filter(([name]) => !GONE.includes(name));
    const references = kept.filter(isReference).map(([, to]) => ({ $ref: refer(to, here) }));
    const rest = Object.fromEntries(kept.filter((entry) => !isReference(entry)));
    const rewritten = mapSubschemas(rest, (below) => rewrite(below, here));
    const [only, ...more] = references;
    return more.length === 0
      ? { ...only, ...rewritten }
      : { ...rewritten, allOf: [...listOf(rewritten.allOf), ...references] };
  }

  function refer(to: string, base: string): string {
    const found = locate(to, base, index);
    if (found !== undefined) return DEFINITION + nameOf(found);
    return to.startsWith('#') ? to : index.resolve(to, base);
  }

  function nameOf({ schema: target, base, label }: Located): string {
    const known = names.get(target);
    if (known !== undefined) return known;
    const name = chooseName(label, names.size + 1, Object.keys(definitions));
    names.set(target, name);
    definitions[name] = true;
    definitions[name] = rewrite(target, base);
    return name;
  }

  const root = rewrite(schema, index.base) as JsonSchema;
  return names.size === 0 ? root : { ...root, $defs: definitions };
}

/** A label with a digit is one that a library has counted up to, and may be another the next time. */
function chooseName(label: string, count: number, taken: readonly string[]): string {
  const own = label.replace(/[^\w.-]/g, '_');
  const name = own === '' || /\d/.test(own) ? String(count) : own;
  return taken.includes(name) ? `${name}-${count}` : name;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The definition that a flattened schema refers to; undefined for what is none of its own. */
export function definitionOf(
  reference: unknown,
  definitions: unknown,
): { readonly name: string; readonly schema: Subschema } | undefined {
  if (typeof reference !== 'string' || !reference.startsWith(DEFINITION)) return undefined;
  const name = reference.slice(DEFINITION.length);
  const schema = isRecord(definitions) ? (definitions[name] as Subschema) : undefined;
  return schema === undefined ? undefined : { name, schema };
}
