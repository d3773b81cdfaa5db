import { defineProblem, type ProblemClass } from '@faultless/core';

/** See {@link defineIdempotencyProblems}. */
export interface IdempotencyProblems {
  /** 400: this operation needs an Idempotency-Key, and none came. */
  readonly IdempotencyKeyMissing: ProblemClass<object>;
  /** 422: the key came with other content before. */
  readonly IdempotencyKeyReused: ProblemClass<object>;
  /** 409: the request that came first with this key is not done yet; the same may be sent again later. */
  readonly IdempotencyKeyOutstanding: ProblemClass<object>;
}

/**
 * Makes the problems of Idempotency-Key. The draft has no problem types of its own: it wants a link to where
 * the server says how it takes the field.
 *
 *     const { IdempotencyKeyMissing } = defineIdempotencyProblems('https://api.example/docs/idempotency');
 *
 * @param documentation a URI without a fragment; the types are `#missing`, `#reused` and `#outstanding` of it
 * @throws {TypeError} for anything else
 * @see draft-ietf-httpapi-idempotency-key-header-07 §2.7
 */
export function defineIdempotencyProblems(documentation: string): IdempotencyProblems {
  if (typeof documentation !== 'string' || !/^[a-z][a-z\d+.-]*:[^#\s]+$/i.test(documentation)) {
    throw new TypeError(`documentation must be a URI without a fragment, not ${documentation}`);
  }
  return {
    IdempotencyKeyMissing: defineProblem({
      type: `${documentation}#missing`,
      title: 'Idempotency-Key is missing',
      status: 400,
      name: 'IdempotencyKeyMissing',
    }),
    IdempotencyKeyReused: defineProblem({
      type: `${documentation}#reused`,
      title: 'Idempotency-Key is already used',
      status: 422,
      name: 'IdempotencyKeyReused',
    }),
    IdempotencyKeyOutstanding: defineProblem({
      type: `${documentation}#outstanding`,
      title: 'A request is outstanding for this Idempotency-Key',
      status: 409,
      name: 'IdempotencyKeyOutstanding',
    }),
  };
}
