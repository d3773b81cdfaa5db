import type { HttpError } from '../errors/http-error.js';
import { wrongValue } from '../values/wrong-value.js';

/** Turns thrown values that it knows into an HttpError. Usually made with {@link when}. */
export interface Mapper {
  /** What `explainMapping` and the report call it. */
  readonly name: string;
  /** @returns undefined to leave the value to the next mapper */
  map(thrown: unknown): HttpError | undefined;
}

/** A class of errors, or a guard that knows them. */
type Kind<Known> =
  | (abstract new (
      ...args: never
    ) => Known)
  | ((thrown: unknown) => thrown is Known);

/**
 * A mapper for the instances of a class, or for the values that a guard knows:
 *
 *     errorHandler({ mappers: [when(StockError, (e) => new Conflict(`Only ${e.left} are left.`))] })
 *
 * It is asked about what wrappers hold too (`cause`, the errors of an AggregateError).
 *
 * @throws {TypeError} when one of the two is no function
 */
export function when<Known>(
  kind: Kind<Known>,
  make: (thrown: Known) => HttpError | undefined,
): Mapper {
  if (typeof kind !== 'function') throw wrongValue('when: the kind', 'a class or a guard', kind);
  if (typeof make !== 'function') throw wrongValue('when: make', 'a function', make);
  const isKnown = isClass(kind)
    ? (thrown: unknown): thrown is Known => thrown instanceof kind
    : kind;
  return {
    name: kind.name || 'custom',
    map: (thrown) => (isKnown(thrown) ? make(thrown) : undefined),
  };
}

/**
 * The prototype of a class can't be replaced. That of an older constructor is an error or has methods,
 * and those of zod say themselves what their instances are.
 */
function isClass<Known>(kind: Kind<Known>): kind is abstract new (...args: never) => Known {
  const described = Object.getOwnPropertyDescriptor(kind, 'prototype');
  const prototype: unknown = described?.value;
  return (
    described?.writable === false ||
    Object.hasOwn(kind, Symbol.hasInstance) ||
    prototype instanceof Error ||
    (prototype !== undefined && Object.getOwnPropertyNames(prototype).length > 1)
  );
}
