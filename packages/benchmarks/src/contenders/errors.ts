import { SCENARIOS } from '../scenarios.js';

/** What a contender throws, by the path that is asked for. */
export type Errors = Readonly<Record<string, () => unknown>>;

const MADE = new Error('made before');

/** Errors that cost nothing to make. */
export const madeBefore: Errors = Object.fromEntries(
  SCENARIOS.filter(({ status }) => status >= 400).map(({ path }) => [path, () => MADE]),
);
