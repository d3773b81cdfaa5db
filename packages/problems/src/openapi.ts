import type { Problems } from './define-problems.js';
import type { Edit, OpenApiDocument } from './openapi/document.js';
import { listEdits } from './openapi/list-edits.js';

export type { Edit, OpenApiDocument } from './openapi/document.js';

/**
 * Adds the problems of a registry to an OpenAPI document (3.0 and later): a schema for each type, and the responses
 * of every operation that names some in its `x-problems`. Problems of one status share a response. What an earlier
 * run has added is replaced, so that a second run changes nothing.
 *
 *     paths:
 *       /orders:
 *         post:
 *           x-problems: [OutOfCredit, SoldOut, token_expired]
 *
 * @returns a new document; the one that was given stays as it is
 * @throws {TypeError} for another version, a name that the registry has not, and a component or a response of the
 *   same name that is not from here
 */
export function addProblems<Document extends OpenApiDocument>(
  document: Document,
  problems: Pick<Problems, 'entries'>,
): Document {
  const copies = new Set<unknown>();
  return listProblemEdits(document, problems).reduce<unknown>(
    (edited, { path, value }) => apply(edited, path, value, copies),
    structuredClone(document),
  ) as Document;
}

/**
 * Lists what {@link addProblems} changes, for a document in a form of its own, such as YAML with its comments.
 *
 * @throws {TypeError} as that does
 */
export function listProblemEdits(
  document: OpenApiDocument,
  { entries }: Pick<Problems, 'entries'>,
): readonly Edit[] {
  return listEdits(document, entries);
}

/**
 * Writes a value at a path, into copies: what other places have in common with that one stays as it is there. Each is
 * made once, for a document may have thousands of paths.
 */
function apply(
  place: unknown,
  [name, ...below]: readonly string[],
  value: unknown,
  copies: Set<unknown>,
): unknown {
  if (name === undefined) return structuredClone(value);
  const copy = (copies.has(place) ? place : { ...(place as object) }) as Record<string, unknown>;
  copies.add(copy);
  if (below.length === 0 && value === undefined) Reflect.deleteProperty(copy, name);
  else copy[name] = apply(copy[name] ?? {}, below, value, copies);
  return copy;
}
