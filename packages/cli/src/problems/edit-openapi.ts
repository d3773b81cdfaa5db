import type { Problems } from '@faultless/problems';
import { addProblems, listProblemEdits, type OpenApiDocument } from '@faultless/problems/openapi';
import { isMap, parseDocument, type YAMLMap } from 'yaml';
import { SourceText } from './source-text.js';
import { type Places, spliceMap } from './splice-map.js';

/**
 * Adds the problems of a registry to the text of an OpenAPI document, in YAML or in JSON, which is YAML. What is not
 * changed stays as it was written, to the byte.
 *
 * @throws {TypeError} as `addProblems` does, and where a change would reach what is shared by an anchor
 */
export function editOpenApi(text: string, problems: Problems): string {
  const data = readOpenApi(text);
  const wanted = addProblems(data, problems);
  const paths = listProblemEdits(data, problems).map(({ path }) => path);
  let edited: string;
  let place: readonly string[] | undefined;
  try {
    // What is written behind an anchor is there in the place of each of its aliases, too.
    const shared = write(text, { paths, wanted, writesOut: false });
    edited = write(shared, { paths, wanted, writesOut: true });
    place = findDifference(readOpenApi(edited), wanted);
  } catch (cause) {
    throw new TypeError(
      `what is marked ${MARK} is written anew, and something else leads there; write that out (${(cause as Error).message})`,
      { cause },
    );
  }
  if (place === undefined) return edited;
  throw new TypeError(
    `${place.join('.')} is written by an anchor, an alias or a merge key, with what is there in other places too; write it out`,
  );
}

const MARK = 'x-generated-by: faultless';

interface Wanted {
  readonly paths: readonly (readonly string[])[];
  readonly wanted: OpenApiDocument;
  readonly writesOut: boolean;
}

function write(text: string, { paths, wanted, writesOut }: Wanted): string {
  const { map, data } = read(text);
  const places: Places = new Map();
  for (const path of paths) {
    if (findDifference(valueAt(data, path), valueAt(wanted, path)) === undefined) continue;
    let place = places;
    for (const name of path) {
      const below = place.get(name) ?? new Map<string, Places>();
      place.set(name, below);
      place = below;
    }
  }
  const source = new SourceText(text);
  const task = { source, step: stepOf(map), writesOut };
  return source.apply(spliceMap(map, places, wanted, task));
}

/** Reads the text of a document, with what merge keys merge. */
export function readOpenApi(text: string): OpenApiDocument {
  return read(text).data;
}

function read(text: string): { readonly map: YAMLMap; readonly data: OpenApiDocument } {
  const document = parseDocument(text, { keepSourceTokens: true, merge: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw fault;
  const map = document.contents;
  if (!isMap(map)) throw new TypeError('it is no OpenAPI document');
  // Whoever writes one is not its attacker.
  return { map, data: document.toJS({ maxAliasCount: -1 }) as OpenApiDocument };
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name],
    data,
  );
}

/** The first place where two documents differ. */
function findDifference(one: unknown, other: unknown): readonly string[] | undefined {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other) ? undefined : [];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const below = findDifference(one[name], other[name]);
    if (below !== undefined) return [name, ...below];
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** By how much what is in another is indented. */
function stepOf({ items }: YAMLMap): number {
  for (const { value } of items) {
    if (isMap(value) && value.srcToken?.type === 'block-map' && value.srcToken.indent > 0) {
      return value.srcToken.indent;
    }
  }
  return 2;
}
