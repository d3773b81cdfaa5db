import { byCode } from '../by-code.js';
import type { DatabaseAnswer } from './answers.js';

/**
 * Error numbers of MySQL and MariaDB with a meaning of their own; all others are our fault. Those
 * from 45000 on are of the driver mariadb itself (3.5, lib/misc/errors.js).
 *
 * @see https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 * @see https://mariadb.com/kb/en/mariadb-error-code-reference/
 */
export const MYSQL_ERRORS = byCode<DatabaseAnswer>({
  already_exists: '1022 1062 1169 1586 1761 1762 1859',
  still_referenced: '1216 1217 1451 1452',
  value_not_accepted:
    '1048 1264 1265 1292 1300 1364 1366 1367 1369 1406 1411 1416 1441 1525 1526 1690 3140 3141 3819 3854 3988 4025',
  transaction_conflict: '1020 1205 1213 1614 3101 3572',
  database_unavailable:
    '1037 1040 1041 1053 1135 1158 1159 1160 1161 1203 1226 1290 1836 1927 3169 4031 45001 45004 45009 45012 45013 45027 45028 45035 45037 45060 45061',
  database_timeout: '1317 1969 3024 45026 45042',
  database_full: '1021 1114',
});
