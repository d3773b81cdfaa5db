import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';
import { findSqliteResult, SQLITE_CONSTRAINTS } from './sqlite-results.js';

/** Codes that do not say which constraint it was. */
const VAGUE: ReadonlySet<unknown> = new Set([
  'SQLITE_CONSTRAINT',
  19,
  'SQLITE_CONSTRAINT_TRIGGER',
  1811,
]);

/**
 * Errors of SQLite: better-sqlite3 and sqlite3 name the result code in `code`, which to sqlite3 is never
 * an extended one; \@libsql/client has that in `extendedCode`; node:sqlite says ERR_SQLITE_ERROR, and
 * the number in `errcode`. To sql.js and D1 there are only its words.
 *
 * @see https://nodejs.org/api/sqlite.html
 */
export const sqlite = defineMapper({
  name: 'sqlite',
  libraries:
    'better-sqlite3, sqlite3, @libsql/client, node:sqlite, sql.js; Knex, Drizzle, TypeORM and Sequelize on them',
  match: {
    code: [/^SQLITE_/, 'ERR_SQLITE_ERROR'],
    message: [/^(?:UNIQUE|FOREIGN KEY|NOT NULL|CHECK) constraint failed(?:: )?$/, 'D1_ERROR: '],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (code === undefined) {
      const said = findConstraint(thrown);
      return said && answer(said);
    }
    const extended = readProperty(thrown, 'extendedCode');
    const result =
      code === 'ERR_SQLITE_ERROR'
        ? Number(readText(thrown, 'errcode'))
        : typeof extended === 'string'
          ? extended
          : String(code);
    const told = VAGUE.has(result) ? findConstraint(thrown) : undefined;
    return answer(told ?? findSqliteResult(result) ?? 'database_failed');
  },
});

/** Knex puts the statement before SQLite's words, which therefore are the last. */
function findConstraint(thrown: object): DatabaseAnswer | undefined {
  const message = readText(thrown, 'message');
  const before = message.slice(0, Math.max(message.lastIndexOf(' constraint failed'), 0));
  return SQLITE_CONSTRAINTS.find(([kind]) => before.endsWith(kind))?.[1];
}
