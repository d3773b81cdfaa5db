import { isRecord } from '../check-members.js';
import type { JsonSchema } from '../standard-schema.js';
import { isSchema, mapSubschemas, type Subschema } from './subschemas.js';

/** A schema that another refers to. */
export interface Located {
  readonly schema: Subschema;
  /** What its own references are relative to. */
  readonly base: string;
  /** What it is called where it stands; empty for a root. */
  readonly label: string;
}

/** The schemas of a document that have a URI. */
export interface SchemaIndex {
  readonly base: string;
  /** What is relative to a schema, which stands where something else is the base. */
  readonly baseOf: (schema: JsonSchema, base: string) => string;
  /** What a reference is where it stands; as it is, where no schema has said a base. */
  readonly resolve: (reference: string, base: string) => string;
  readonly find: (uri: string) => Located | undefined;
}

/** The URI of a schema that has none. */
const BASE = 'schema:/';

/** Finds all `$id`s and anchors of a schema. */
export function indexSchemas(root: JsonSchema): SchemaIndex {
  const found = new Map<string, Located>();

  function visit(schema: Subschema, above: string): void {
    if (typeof schema === 'boolean') return;
    const base = baseOf(schema, above);
    if (base !== above) found.set(base, { schema, base, label: lastSegment(base) });
    for (const anchor of [schema.$anchor, schema.$dynamicAnchor]) {
      if (typeof anchor === 'string') {
        found.set(`${base}#${anchor}`, { schema, base, label: anchor });
      }
    }
    mapSubschemas(schema, (below) => visit(below, base));
  }

  found.set(BASE, { schema: root, base: baseOf(root, BASE), label: '' });
  visit(root, BASE);
  return {
    base: BASE,
    baseOf,
    resolve: (reference, base) =>
      base === BASE ? reference : (resolve(reference, base) ?? reference),
    find: (uri) => found.get(uri),
  };
}

function baseOf({ $id }: JsonSchema, base: string): string {
  return typeof $id === 'string' ? (resolve($id, base)?.split('#', 1)[0] ?? base) : base;
}

function resolve(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

/** Finds what a reference leads to; undefined where that is not in the same document. */
export function locate(reference: string, base: string, index: SchemaIndex): Located | undefined {
  const [resource = '', fragment = ''] = (resolve(reference, base) ?? '').split('#');
  const root = index.find(resource);
  if (fragment === '' || root === undefined) return root;
  return fragment.startsWith('/')
    ? follow(decode(fragment).split('/').slice(1), root)
    : index.find(`${resource}#${fragment}`);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Follows a JSON Pointer (RFC 6901 §4). */
function follow(tokens: readonly string[], from: Located): Located | undefined {
  let value: unknown = from.schema;
  let { base, label } = from;
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (isRecord(value)) base = baseOf(value, base);
    label = token.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, label) ? (value as JsonSchema)[label] : undefined;
  }
  return isSchema(value) ? { schema: value, base, label } : undefined;
}

function lastSegment(uri: string): string {
  return uri.split(/[/:]/).at(-1) ?? '';
}
