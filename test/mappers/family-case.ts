import type { MapperName } from '@faultless/core';

/** A real error of a library, and what becomes of it on the wire. */
export interface FamilyCase {
  readonly library: string;
  /** Which of its errors. */
  readonly what: string;
  /** The built-in mapper that takes it. */
  readonly mapper: MapperName;
  /** Throws it, or returns a promise that rejects with it. */
  readonly raise: () => unknown;
  /** Status and code: `401 token_expired`; the status alone where there is no code. */
  readonly answer: string;
  readonly detail?: string;
  /** The first WWW-Authenticate. */
  readonly challenge?: string;
  /** `in pointer code: detail` of each of its errors. */
  readonly errors?: readonly string[];
  /** Not for the leak test: it is inside a wrapper, or has nothing that could be planted. */
  readonly bare?: true;
  /** As {@link Sample.told}. */
  readonly told?: RegExp;
}

/** What no client may get to see: whoever raises an error puts it where it would be refused or kept. */
export const CANARY = 'kanari-97531';
