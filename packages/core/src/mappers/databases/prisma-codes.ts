import type { DatabaseAnswer } from './answers.js';

/**
 * Prisma's error codes with a meaning of their own; all others are our fault.
 *
 * @see https://www.prisma.io/docs/orm/reference/error-reference
 */
export const PRISMA_CODES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  P1001: 'database_unavailable',
  P1002: 'database_unavailable',
  P1008: 'database_timeout',
  P1017: 'database_unavailable',
  P1018: 'transaction_conflict',
  P2000: 'value_not_accepted',
  P2001: 'record_not_found',
  P2002: 'already_exists',
  P2003: 'still_referenced',
  P2004: 'value_not_accepted',
  P2006: 'value_not_accepted',
  P2007: 'value_not_accepted',
  P2011: 'value_not_accepted',
  P2012: 'value_not_accepted',
  P2014: 'still_referenced',
  P2015: 'record_not_found',
  P2017: 'record_not_found',
  P2018: 'record_not_found',
  P2019: 'value_not_accepted',
  P2020: 'value_not_accepted',
  P2023: 'value_not_accepted',
  P2024: 'database_unavailable',
  P2025: 'record_not_found',
  P2028: 'transaction_conflict',
  P2033: 'value_not_accepted',
  P2034: 'transaction_conflict',
  P2037: 'database_unavailable',
  P5001: 'database_unavailable',
  P5008: 'database_unavailable',
  P5009: 'database_timeout',
  P5010: 'database_unavailable',
  P5013: 'database_unavailable',
  P6004: 'database_timeout',
  P6008: 'database_unavailable',
};
