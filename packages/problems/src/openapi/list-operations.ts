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

/**
 * Lists the operations of a document.
 *
 * @throws {TypeError} where `x-problems` is no list
 */
export function listOperations({ paths }: OpenApiDocument): readonly Operation[] {
  return Object.entries(recordOf(paths)).flatMap(([template, item]) =>
    METHODS.flatMap((method) => {
      const operation = recordOf(item)[method];
      if (!isRecord(operation)) return [];
      const { 'x-problems': names = [], responses } = operation;
      const called = `${method.toUpperCase()} ${template}`;
      if (!Array.isArray(names)) {
        throw new TypeError(`addProblems: x-problems of ${called} must be a list of names`);
      }
      return [{ called, path: ['paths', template, method], names, responses: recordOf(responses) }];
    }),
  );
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
