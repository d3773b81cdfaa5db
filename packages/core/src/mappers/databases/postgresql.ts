import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS } from './answers.js';
import { findSqlstate } from './sqlstates.js';

/**
 * PostgreSQL's errors by SQLSTATE. Every driver passes on the server's `severity` beside it, which
 * tells a SQLSTATE from another library's code of five characters.
 *
 * @see https://www.postgresql.org/docs/current/protocol-error-fields.html
 */
export const postgresql = defineMapper({
  name: 'postgresql',
  libraries: 'pg, postgres.js, PGlite; Knex, Drizzle, TypeORM and Sequelize on them',
  match: { code: [/^[0-9A-Z]{5}$/] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (typeof code !== 'string' || typeof readProperty(thrown, 'severity') !== 'string') {
      return undefined;
    }
    return answer(findSqlstate(code) ?? 'database_failed');
  },
});
