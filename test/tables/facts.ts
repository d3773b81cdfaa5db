/**
 * What others document, by the answer that it gets: each fact is a code or a message, and after a
 * space, what their documentation calls it.
 */
export type Facts = Readonly<Record<string, readonly string[]>>;

/** One fact as a row of `it.each`. */
export type Row = readonly [key: string, name: string, answer: string];

/** The rows of facts that begin with a code. */
export function listFacts(facts: Facts): readonly Row[] {
  return Object.entries(facts).flatMap(([answer, codes]) =>
    codes.map((fact): Row => {
      const [key = '', ...name] = fact.split(' ');
      return [key, name.join(' '), answer];
    }),
  );
}

/** A bare 500: the fault is the server's, and nothing is told. */
export const OURS = '500';

/** What the errors of databases come to. */
export const TAKEN = '409 already_exists';
export const REFERENCED = '409 still_referenced';
export const CHANGED = '409 changed_meanwhile';
export const REFUSED = '422 value_not_accepted, permanent';
export const ABSENT = '404 record_not_found';
export const CONFLICT = '503 transaction_conflict, temporary, after 1 s';
export const UNAVAILABLE = '503 database_unavailable, temporary, after 5 s';
export const TIMEOUT = '504 database_timeout, temporary';
export const FULL = '503 database_full, temporary';
