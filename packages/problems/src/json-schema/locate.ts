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
  /** All of them, with what is relative to each. */
  readonly bases: ReadonlyMap<JsonSchema, string>;
}

/** The URI of a schema that has none. */
const BASE = 'schema:/';

/** Finds all `$id`s and anchors of a schema. */
export function indexSchemas(root: JsonSchema): SchemaIndex {
  const found = new Map<string, Located>();
  const bases = new Map<JsonSchema, string>();

  function visit(schema: Subschema, above: string): void {
    if (typeof schema === 'boolean') return;
    const base = baseOf(schema, above);
    bases.set(schema, base);
    if (base !== above) found.set(base, { schema, base, label: lastSegment(base) });
    for (const anchor of [schema.$anchor, schema.$dynamicAnchor]) {
      if (typeof anchor === 'string') {
        found.set(`${base}#${anchor}`, { schema, base, label: anchor });
      }
    }
    mapSubschemas(schema, (below) => {
      visit(below, base);
    });
  }

  found.set(BASE, { schema: root, base: baseOf(root, BASE), label: '' });
  visit(root, BASE);
  return {
    base: BASE,
    baseOf,
    resolve: (reference, base) =>
      base === BASE ? reference : (resolve(reference, base) ?? reference),
    find: (uri) => found.get(uri),
    bases,
  };
}

function baseOf({ $id }: JsonSchema, base: string): string {
  return typeof $id === 'string' ? (resolve($id, base)?.split('#', 1)[0] ?? base) : base;
}

function resolve(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

/** What refers to another schema; the later ones do so by way of who refers to theirs. */
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** What an OpenAPI document has: a schema that is written for one may refer to it. */
const COMPONENTS = '#/components/';

/** Whether a member of a schema is a reference. */
export function isReference(entry: [string, unknown]): entry is [string, string] {
  return REFERENCES.includes(entry[0]) && typeof entry[1] === 'string';
}

/** The schemas that one refers to and that are in the same document. */
export function listTargets(schema: JsonSchema, index: SchemaIndex): readonly Subschema[] {
  const base = index.bases.get(schema) ?? index.base;
  return Object.entries(schema)
    .filter(isReference)
    .map(([, reference]) => locate(reference, base, index)?.schema)
    .filter((target) => target !== undefined);
}

/**
 * Finds what a reference leads to; undefined where that is in another document.
 *
 * @throws {TypeError} where it should be in this one, and is not
 */
export function locate(reference: string, base: string, index: SchemaIndex): Located | undefined {
  const found = locateInside(reference, base, index);
  if (found === undefined && reference.startsWith('#') && !reference.startsWith(COMPONENTS)) {
    throw new TypeError(`its JSON Schema refers to ${reference}, which it does not have`);
  }
  return found;
}

function locateInside(reference: string, base: string, index: SchemaIndex): Located | undefined {
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
