import { byCode } from '../by-code.js';
import type { DatabaseAnswer } from './answers.js';

/**
 * Result codes of SQLite with a meaning of their own, without their `SQLITE_`, and their numbers; all others
 * are our fault.
 *
 * @see https://www.sqlite.org/rescode.html
 */
const RESULTS = byCode<DatabaseAnswer>({
  already_exists: 'CONSTRAINT_UNIQUE=2067 CONSTRAINT_PRIMARYKEY=1555 CONSTRAINT_ROWID=2579',
  still_referenced: 'CONSTRAINT_FOREIGNKEY=787',
  value_not_accepted:
    'CONSTRAINT_TRIGGER=1811 CONSTRAINT_NOTNULL=1299 CONSTRAINT_CHECK=275 CONSTRAINT_DATATYPE=3091 CONSTRAINT=19 MISMATCH=20 TOOBIG=18',
  transaction_conflict:
    'BUSY=5 BUSY_RECOVERY=261 BUSY_SNAPSHOT=517 BUSY_TIMEOUT=773 LOCKED=6 LOCKED_SHAREDCACHE=262 LOCKED_VTAB=518 PROTOCOL=15',
  database_unavailable: 'NOMEM=7',
  database_timeout: 'INTERRUPT=9',
  database_full: 'FULL=13',
});

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

/** The same by `SQLITE_…`, and by the number. */
export const SQLITE_RESULTS: ReadonlyMap<string, DatabaseAnswer> = new Map(
  [...RESULTS].flatMap(([result, answer]) => {
    const [name, number = ''] = result.split('=');
    return [
      [`SQLITE_${name}`, answer],
      [number, answer],
    ];
  }),
);

/** What a result code comes to, by its name or number; undefined where that is our fault. */
export function findSqliteResult(code: string | number): DatabaseAnswer | undefined {
  return SQLITE_RESULTS.get(String(code));
}
