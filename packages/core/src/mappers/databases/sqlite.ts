import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';
import { SQLITE_RESULTS } from './sqlite-results.js';

const BY_NUMBER: ReadonlyMap<number, DatabaseAnswer> = new Map(
  Object.values(SQLITE_RESULTS).map(({ number, answer }) => [number, answer]),
);

/**
 * Errors of SQLite: better-sqlite3 and sqlite3 name the result code in `code`; node:sqlite says
 * ERR_SQLITE_ERROR there, and the number in `errcode`.
 *
 * @see https://nodejs.org/api/sqlite.html
 */
export const sqlite = defineMapper({
  name: 'sqlite',
  libraries: 'better-sqlite3, sqlite3, node:sqlite; Knex, Drizzle, TypeORM and Sequelize on them',
  match: { code: [/^SQLITE_/, 'ERR_SQLITE_ERROR'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    const number = readProperty(thrown, 'errcode');
    const known =
      code === 'ERR_SQLITE_ERROR'
        ? BY_NUMBER.get(Number(number))
        : SQLITE_RESULTS[String(code)]?.answer;
    return answer(known ?? 'database_failed');
  },
});
