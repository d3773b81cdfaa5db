import type { DatabaseAnswer } from './answers.js';

/**
 * SQLSTATEs of PostgreSQL with a meaning of their own. Where a value is refused, the question is
 * whose it was: a duplicate, a missing or malformed value has come with the request; a division by
 * zero or a missing table is in the statement, which is ours.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const SQLSTATES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  '23505': 'already_exists',
  '23P01': 'already_exists',
  '23503': 'still_referenced',
  '23001': 'still_referenced',
  '23502': 'value_not_accepted',
  '23514': 'value_not_accepted',
  '44000': 'value_not_accepted',
  '22000': 'value_not_accepted',
  '22001': 'value_not_accepted',
  '22003': 'value_not_accepted',
  '22007': 'value_not_accepted',
  '22008': 'value_not_accepted',
  '22009': 'value_not_accepted',
  '22015': 'value_not_accepted',
  '22021': 'value_not_accepted',
  '22026': 'value_not_accepted',
  '2200M': 'value_not_accepted',
  '2200N': 'value_not_accepted',
  '2202E': 'value_not_accepted',
  '22P02': 'value_not_accepted',
  '22P03': 'value_not_accepted',
  '22P05': 'value_not_accepted',
  // LIMIT and OFFSET, which a client asks for a page by.
  '2201W': 'value_not_accepted',
  '2201X': 'value_not_accepted',
  '22030': 'value_not_accepted',
  '22032': 'value_not_accepted',
  '40001': 'transaction_conflict',
  '40P01': 'transaction_conflict',
  '55P03': 'transaction_conflict',
  '25006': 'database_unavailable',
  '57P01': 'database_unavailable',
  '57P02': 'database_unavailable',
  '57P03': 'database_unavailable',
  '57P05': 'database_unavailable',
  '57014': 'database_timeout',
  '25P03': 'database_timeout',
  '25P04': 'database_timeout',
  '53100': 'database_full',
};

/** Classes, the first two characters, for SQLSTATEs without a row; all others are our fault. */
export const SQLSTATE_CLASSES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  '08': 'database_unavailable',
  '40': 'transaction_conflict',
  '53': 'database_unavailable',
};

/** What a SQLSTATE comes to; undefined where that is our fault. */
export function findSqlstate(code: string): DatabaseAnswer | undefined {
  return SQLSTATES[code] ?? SQLSTATE_CLASSES[code.slice(0, 2)];
}
