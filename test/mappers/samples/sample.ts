import type { MapperName } from '@faultless/core';

/** A real error of a library, for tests that look at all of them. */
export interface Sample {
  /** The built-in mapper that takes it. */
  readonly mapper: MapperName;
  /** What it is a sample of, beside the name of the mapper. */
  readonly what?: string;
  /** Throws it, or returns a promise that rejects with it. */
  readonly raise: () => unknown;
  /**
   * The fields that the client is told on purpose, by their path in the error: `.message`,
   * `.issues[0].message`.
   */
  readonly told?: RegExp;
}
