import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS } from './answers.js';
import { MYSQL_ERRORS } from './mysql-errors.js';
import { findSqlstate } from './sqlstates.js';

/** How Vitess, and PlanetScale with it, says what MySQL has said: `(errno 1062) (sqlstate 23000)`. */
const OF_VITESS = /\(errno (\d+)\) \(sqlstate \w{5}\)/;

/**
 * Errors of MySQL and MariaDB by number; the drivers pass on the server's `sqlState` beside it. Where there
 * is no number, it is Snowflake's, and means what the standard says.
 */
export const mysql = defineMapper({
  name: 'mysql',
  libraries:
    'mysql, mysql2, mariadb, @planetscale/database, snowflake-sdk; Knex, Drizzle, TypeORM and Sequelize on them',
  match: { code: [/^ER_/], has: ['sqlState'], name: ['DatabaseError'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, name }, { answer }) {
    if (name === 'DatabaseError') {
      const number = OF_VITESS.exec(readText(thrown, 'message'))?.[1];
      return number === undefined
        ? undefined
        : answer(MYSQL_ERRORS.get(number) ?? 'database_failed');
    }
    const errno = readProperty(thrown, 'errno');
    const state = readProperty(thrown, 'sqlState');
    if (typeof state !== 'string') return undefined;
    if (typeof errno !== 'number') {
      const known = findSqlstate(state);
      return known && answer(known);
    }
    return answer(MYSQL_ERRORS.get(String(errno)) ?? 'database_failed');
  },
});
