import { byCode } from '../by-code.js';
import type { DatabaseAnswer } from './answers.js';

/**
 * Prisma's error codes with a meaning of their own; all others are our fault.
 *
 * @see https://www.prisma.io/docs/orm/reference/error-reference
 */
export const PRISMA_CODES = byCode<DatabaseAnswer>({
  database_unavailable: 'P1001 P1002 P1017 P2024 P2037 P5001 P5008 P5010 P5013 P6008',
  database_timeout: 'P1008 P5009 P6004',
  transaction_conflict: 'P1018 P2028 P2034',
  value_not_accepted: 'P2000 P2004 P2006 P2007 P2011 P2012 P2019 P2020 P2023 P2033',
  record_not_found: 'P2001 P2015 P2017 P2018 P2025',
  already_exists: 'P2002',
  still_referenced: 'P2003 P2014',
});
