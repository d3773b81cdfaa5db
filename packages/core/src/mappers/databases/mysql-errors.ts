import type { DatabaseAnswer } from './answers.js';

/**
 * Error numbers of MySQL and MariaDB with a meaning of their own; all others are our fault. Those
 * from 45000 on are of the driver mariadb itself (3.5, lib/misc/errors.js).
 *
 * @see https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 * @see https://mariadb.com/kb/en/mariadb-error-code-reference/
 */
export const MYSQL_ERRORS: Readonly<Record<number, DatabaseAnswer | undefined>> = {
  1022: 'already_exists',
  1062: 'already_exists',
  1169: 'already_exists',
  1586: 'already_exists',
  1216: 'still_referenced',
  1217: 'still_referenced',
  1451: 'still_referenced',
  1452: 'still_referenced',
  1048: 'value_not_accepted',
  1264: 'value_not_accepted',
  1265: 'value_not_accepted',
  1292: 'value_not_accepted',
  1364: 'value_not_accepted',
  1366: 'value_not_accepted',
  1406: 'value_not_accepted',
  1411: 'value_not_accepted',
  1690: 'value_not_accepted',
  3140: 'value_not_accepted',
  3819: 'value_not_accepted',
  4025: 'value_not_accepted',
  1205: 'transaction_conflict',
  1213: 'transaction_conflict',
  3572: 'transaction_conflict',
  1040: 'database_unavailable',
  1053: 'database_unavailable',
  1203: 'database_unavailable',
  1226: 'database_unavailable',
  1290: 'database_unavailable',
  1836: 'database_unavailable',
  1317: 'database_timeout',
  1969: 'database_timeout',
  3024: 'database_timeout',
  1021: 'database_full',
  1041: 'database_unavailable',
  1114: 'database_full',
  45001: 'database_unavailable',
  45009: 'database_unavailable',
  45012: 'database_unavailable',
  45013: 'database_unavailable',
  45026: 'database_timeout',
  45027: 'database_unavailable',
  45028: 'database_unavailable',
  45035: 'database_unavailable',
  45061: 'database_unavailable',
};
