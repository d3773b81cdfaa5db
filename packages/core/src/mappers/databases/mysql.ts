import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS } from './answers.js';
import { MYSQL_ERRORS } from './mysql-errors.js';

/** Errors of MySQL and MariaDB by number; the drivers pass on the server's `sqlState` beside it. */
export const mysql = defineMapper({
  name: 'mysql',
  libraries: 'mysql, mysql2, mariadb; Knex, Drizzle, TypeORM and Sequelize on them',
  match: { code: [/^ER_/], has: ['sqlState'] },
  answers: DATABASE_ANSWERS,
  map({ thrown }, { answer }) {
    const errno = readProperty(thrown, 'errno');
    if (typeof errno !== 'number' || typeof readProperty(thrown, 'sqlState') !== 'string') {
      return undefined;
    }
    return answer(MYSQL_ERRORS.get(String(errno)) ?? 'database_failed');
  },
});
