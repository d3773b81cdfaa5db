import type { Handler } from './servers.js';

/** A handler that does nothing but throw. */
export function throwing(thrown: unknown): Handler {
  return () => {
    throw thrown;
  };
}

/** A handler that throws what belongs to the path of the request: `/0` the first, and so on. */
export function throwingOneOf(thrown: readonly unknown[]): Handler {
  return ({ url = '' }) => {
    throw thrown[Number(url.slice(1))];
  };
}
