import { readProperty, readText } from '../../values/read-property.js';
import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * Error numbers of SQL Server and Azure SQL with a meaning of their own; all others are our fault.
 *
 * @see https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
 */
const NUMBERS = byCode<DatabaseAnswer>({
  already_exists: '2601 2627',
  still_referenced: '547',
  value_not_accepted: '220 232 241 242 245 295 296 515 517 2628 8114 8115 8152',
  transaction_conflict: '1204 1205 1222 3960 3961 41302 41305 41325',
  database_unavailable:
    '64 233 701 802 921 922 924 927 945 978 979 983 3906 4060 8645 8651 10053 10054 10060 10061 10922 10928 10929 10936 17142 18401 40143 40166 40197 40501 40540 40545 40549 40550 40551 40552 40553 40613 42108 42109 49918 49919 49920',
  database_timeout: '-2',
  database_full: '1101 1105 9002 40544',
});

/** One number stands for references and for checks; only the words tell them apart. */
const CHECK = /\bCHECK constraint\b/;

/** Codes of mssql and tedious that are about no statement, and not the network's. */
const CODES = byCode<DatabaseAnswer>({
  database_unavailable: 'ECONNCLOSED EINSTLOOKUP ENOCONN ENOTOPEN ESOCKET',
  database_timeout: 'ETIMEOUT',
  database_failed: 'ELOGIN EABORT',
});

/** Of tedious, one request while another was on its way: whoever wrote it has not waited. */
const OUT_OF_TURN = /\bnot the (?:SentClientRequest|SentAttention) state\b/;

/** Names that both drivers give their errors, or the classes of them. */
const NAMES = ['ConnectionError', 'RequestError', 'TransactionError', 'PreparedStatementError'];

/** Errors of SQL Server: `EREQUEST`, and the server's own number; the drivers' of the connection. */
export const sqlServer = defineMapper({
  name: 'sql-server',
  libraries: 'mssql, tedious; Knex, TypeORM, Sequelize and MikroORM on them',
  match: { code: ['EINVALIDSTATE', 'EREQUEST', ...CODES.keys()] },
  answers: DATABASE_ANSWERS,
  map({ thrown, name, className = name, code }, { answer }) {
    if (code === 'EINVALIDSTATE' && !OUT_OF_TURN.test(readText(thrown, 'message'))) {
      return NAMES.includes(className ?? '') ? answer('database_unavailable') : undefined;
    }
    if (code !== 'EREQUEST') {
      const known = NAMES.includes(className ?? '') ? CODES.get(String(code)) : undefined;
      return known && answer(known);
    }
    const number = readProperty(thrown, 'number');
    if (typeof number !== 'number') return undefined;
    if (number === 547 && CHECK.test(readText(thrown, 'message'))) {
      return answer('value_not_accepted');
    }
    return answer(NUMBERS.get(String(number)) ?? 'database_failed');
  },
});
