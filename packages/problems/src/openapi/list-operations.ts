import { isRecord } from '../check-members.js';
import type { OpenApiDocument } from './document.js';

/** One operation of a document. */
export interface Operation {
  /** As people call it: `GET /orders/{id}`. */
  readonly called: string;
  readonly path: readonly string[];
  /** What its `x-problems` names. */
  readonly names: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Where in a document. */
interface Place {
  readonly called: string;
  readonly path: readonly string[];
  /** The operations that it is in a callback of. */
  readonly above: readonly unknown[];
}

/** A place for operations. */
interface PathItem extends Place {
  readonly item: unknown;
}

/**
 * Lists the operations of a document: of its paths, its webhooks, its components, and of the callbacks of each.
 *
 * @throws {TypeError} where `x-problems` is no list
 */
export function listOperations(document: OpenApiDocument): readonly Operation[] {
  const { paths, webhooks, components } = document;
  const { pathItems, callbacks } = recordOf(components);
  const at = (called: string, ...path: readonly string[]): Place => ({ called, path, above: [] });
  return [
    ...listPathItems(withoutExtensions(paths), at('', 'paths')),
    ...listPathItems(webhooks, at('webhook ', 'webhooks')),
    ...listPathItems(pathItems, at('components.pathItems.', 'components', 'pathItems')),
    ...listCallbacks(callbacks, at('components.callbacks.', 'components', 'callbacks')),
  ].flatMap(operationsOf);
}

function listPathItems(items: unknown, { called, path, above }: Place): readonly PathItem[] {
  return Object.entries(recordOf(items)).map(([name, item]) => ({
    called: called + name,
    path: [...path, name],
    above,
    item,
  }));
}

function listCallbacks(callbacks: unknown, place: Place): readonly PathItem[] {
  return listPathItems(callbacks, place).flatMap(({ item, called, ...where }) =>
    listPathItems(withoutExtensions(item), { ...where, called: `${called} ` }),
  );
}

function operationsOf({ called: place, path, item, above }: PathItem): readonly Operation[] {
  const { additionalOperations, ...rest } = recordOf(item);
  const methods = METHODS.map((method) => [method, rest[method], [method]] as const);
  const others = Object.entries(recordOf(additionalOperations)).map(
    ([method, operation]) => [method, operation, ['additionalOperations', method]] as const,
  );
  return [...methods, ...others].flatMap(([method, operation, names]) => {
    // A document whose references have been followed may go round in a circle.
    if (!isRecord(operation) || above.includes(operation)) return [];
    const called = `${method.toUpperCase()} ${place}`;
    const own = [...path, ...names];
    const callback: Place = {
      called: `${called}, callback `,
      path: [...own, 'callbacks'],
      above: [...above, operation],
    };
    return [
      readOperation(operation, called, own),
      ...listCallbacks(operation.callbacks, callback).flatMap(operationsOf),
    ];
  });
}

function readOperation(
  { 'x-problems': names = [], responses }: Readonly<Record<string, unknown>>,
  called: string,
  path: readonly string[],
): Operation {
  if (!Array.isArray(names)) {
    throw new TypeError(`addProblems: x-problems of ${called} must be a list of names`);
  }
  const place = `responses of ${called}`;
  const present = names.length === 0 ? recordOf(responses) : writableAt(place, responses);
  return { called, path, names, responses: present };
}

function withoutExtensions(value: unknown): Readonly<Record<string, unknown>> {
  const own = Object.entries(recordOf(value)).filter(([name]) => !name.startsWith('x-'));
  return Object.fromEntries(own);
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/**
 * What is at a place that something may have to be added to.
 *
 * @throws {TypeError} where nothing can be
 */
export function writableAt(place: string, value: unknown): Readonly<Record<string, unknown>> {
  const found = value ?? {};
  if (!isRecord(found)) throw new TypeError(`addProblems: ${place} must be an object`);
  if (typeof found.$ref === 'string') {
    throw new TypeError(`addProblems: ${place} is a reference to ${found.$ref}; write it out`);
  }
  return found;
}
