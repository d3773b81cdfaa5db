import { SCENARIOS } from '../scenarios.js';

/** What a contender throws, by the path that is asked for. */
export type Errors = Readonly<Record<string, () => unknown>>;

const MADE = new Error('made before');

/** Errors that cost nothing to make. */
export const madeBefore: Errors = forEachPath(() => MADE);

/** Errors as a handler makes them, stack and all. */
export const madeNow: Errors = forEachPath(() => new Error('made now'));

function forEachPath(create: () => Error): Errors {
  return Object.fromEntries(
    SCENARIOS.filter(({ status }) => status >= 400).map(({ path }) => [path, create]),
  );
}
