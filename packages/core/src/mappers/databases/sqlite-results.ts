import type { DatabaseAnswer } from './answers.js';

/**
 * Result codes of SQLite with a meaning of their own, extended ones first; all others are our fault.
 *
 * @see https://www.sqlite.org/rescode.html
 */
export const SQLITE_RESULTS: Readonly<
  Record<string, { readonly number: number; readonly answer: DatabaseAnswer }>
> = {
  SQLITE_CONSTRAINT_UNIQUE: { number: 2067, answer: 'already_exists' },
  SQLITE_CONSTRAINT_PRIMARYKEY: { number: 1555, answer: 'already_exists' },
  SQLITE_CONSTRAINT_ROWID: { number: 2579, answer: 'already_exists' },
  SQLITE_CONSTRAINT_FOREIGNKEY: { number: 787, answer: 'still_referenced' },
  SQLITE_CONSTRAINT_TRIGGER: { number: 1811, answer: 'value_not_accepted' },
  SQLITE_CONSTRAINT_NOTNULL: { number: 1299, answer: 'value_not_accepted' },
  SQLITE_CONSTRAINT_CHECK: { number: 275, answer: 'value_not_accepted' },
  SQLITE_CONSTRAINT_DATATYPE: { number: 3091, answer: 'value_not_accepted' },
  SQLITE_CONSTRAINT: { number: 19, answer: 'value_not_accepted' },
  SQLITE_MISMATCH: { number: 20, answer: 'value_not_accepted' },
  SQLITE_TOOBIG: { number: 18, answer: 'value_not_accepted' },
  SQLITE_BUSY: { number: 5, answer: 'transaction_conflict' },
  SQLITE_BUSY_RECOVERY: { number: 261, answer: 'transaction_conflict' },
  SQLITE_BUSY_SNAPSHOT: { number: 517, answer: 'transaction_conflict' },
  SQLITE_BUSY_TIMEOUT: { number: 773, answer: 'transaction_conflict' },
  SQLITE_LOCKED: { number: 6, answer: 'transaction_conflict' },
  SQLITE_LOCKED_SHAREDCACHE: { number: 262, answer: 'transaction_conflict' },
  SQLITE_LOCKED_VTAB: { number: 518, answer: 'transaction_conflict' },
  SQLITE_PROTOCOL: { number: 15, answer: 'transaction_conflict' },
  SQLITE_NOMEM: { number: 7, answer: 'database_unavailable' },
  SQLITE_INTERRUPT: { number: 9, answer: 'database_timeout' },
  SQLITE_FULL: { number: 13, answer: 'database_full' },
};

/**
 * What the message says of a constraint where the code does not: to a driver without extended codes, and
 * of ON DELETE RESTRICT, which SQLite carries out as a trigger.
 */
export const SQLITE_CONSTRAINTS: readonly (readonly [kind: string, answer: DatabaseAnswer])[] = [
  ['UNIQUE', 'already_exists'],
  ['FOREIGN KEY', 'still_referenced'],
  ['NOT NULL', 'value_not_accepted'],
  ['CHECK', 'value_not_accepted'],
];

const BY_NUMBER: ReadonlyMap<number, DatabaseAnswer> = new Map(
  Object.values(SQLITE_RESULTS).map(({ number, answer }) => [number, answer]),
);

/** What a result code comes to, by its name or number; undefined where that is our fault. */
export function findSqliteResult(code: string | number): DatabaseAnswer | undefined {
  return typeof code === 'number' ? BY_NUMBER.get(code) : SQLITE_RESULTS[code]?.answer;
}
