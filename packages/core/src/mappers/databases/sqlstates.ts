import { byCode } from '../by-code.js';
import type { DatabaseAnswer } from './answers.js';

/**
 * SQLSTATEs of PostgreSQL with a meaning of their own. Where a value is refused, the question is
 * whose it was: a duplicate, a missing or malformed value has come with the request; a division by
 * zero or a missing table is in the statement, which is ours. 2201W and 2201X are about LIMIT and OFFSET,
 * which a client asks for a page by.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const SQLSTATES = byCode<DatabaseAnswer>({
  already_exists: '23505 23P01',
  still_referenced: '23503 23001',
  value_not_accepted:
    '23502 23514 44000 22000 22001 22003 22007 22008 22009 22015 22021 22026 2200M 2200N 2202E 22P02 22P03 22P05 2201W 2201X 22030 22032',
  transaction_conflict: '40001 40P01 55P03',
  database_unavailable: '25006 57P01 57P02 57P03 57P05',
  database_timeout: '57014 25P03 25P04',
  database_full: '53100',
});

/** Classes, the first two characters, for SQLSTATEs without a row; all others are our fault. */
export const SQLSTATE_CLASSES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  '08': 'database_unavailable',
  '40': 'transaction_conflict',
  '53': 'database_unavailable',
};

/** What a SQLSTATE comes to; undefined where that is our fault. */
export function findSqlstate(code: string): DatabaseAnswer | undefined {
  return SQLSTATES.get(code) ?? SQLSTATE_CLASSES[code.slice(0, 2)];
}
