/** The brand that every copy and version of Faultless recognises an HttpError by. */
export const HTTP_ERROR = Symbol.for('faultless.http-error');

/** What an error need not have; where it hasn't, nothing that Object.prototype has stands in for it. */
export const OPTIONAL_MEMBERS = [
  'detail',
  'type',
  'title',
  'code',
  'instance',
  'headers',
  'extensions',
  'conceal',
  'temporary',
  'retryAfter',
  'challenges',
  'vendor',
] as const;

/**
 * Error, with the brand. An instance is named by its class, and ours have their names as data: a
 * minifier may rename a class, and a stack should still say what it was.
 *
 * A constant, for a statement about HttpError's prototype would keep it in every bundle.
 */
export const BrandedError = brandError();

function brandError(): ErrorConstructor {
  class Branded extends Error {}
  Object.defineProperties(Branded.prototype, {
    [HTTP_ERROR]: { value: true },
    name: { get: nameOfClass, set: renameInstance, configurable: true },
  });
  for (const name of OPTIONAL_MEMBERS) {
    Object.defineProperty(Branded.prototype, name, { writable: true, configurable: true });
  }
  return Branded as ErrorConstructor;
}

function nameOfClass(this: Error): string {
  return this.constructor.name;
}

function renameInstance(this: Error, value: unknown): void {
  const described = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(this, 'name', described);
}
