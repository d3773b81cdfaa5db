import type { HttpError } from '../errors/http-error.js';

/** Turns thrown values that it knows into an HttpError. Usually made with {@link when}. */
export interface Mapper {
  /** What `explainMapping` and the report call it. */
  readonly name: string;
  /** @returns undefined to leave the value to the next mapper */
  map(thrown: unknown): HttpError | undefined;
}

/**
 * A mapper for the values that a guard knows:
 *
 *     errorHandler({ mappers: [when(isStockError, (e) => new Conflict(`Only ${e.left} are left.`))] })
 *
 * It is asked about what wrappers hold too (`cause`, the errors of an AggregateError).
 */
export function when<Known>(
  guard: (thrown: unknown) => thrown is Known,
  make: (thrown: Known) => HttpError | undefined,
): Mapper {
  return {
    name: guard.name || 'custom',
    map: (thrown) => (guard(thrown) ? make(thrown) : undefined),
  };
}
