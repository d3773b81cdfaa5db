import { readProperty, textOf } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';
import { MYSQL_ERRORS } from './mysql-errors.js';
import { PRISMA_CODES } from './prisma-codes.js';
import { findSqliteResult } from './sqlite-results.js';
import { findSqlstate } from './sqlstates.js';

const PRISMA_CODE = /^P\d{4}$/;

/** What the driver said stands in `meta`: of a statement of the app's own, and of Prisma's. */
const DRIVER_FAILED: ReadonlySet<unknown> = new Set(['P2010', 'P2039']);

/**
 * Prisma's errors by code; `clientVersion` stands beside it in every one. What it has no word for of its
 * own, as every failure of a raw query, it passes on in the database's code.
 */
export const prisma = defineMapper({
  name: 'prisma',
  libraries: 'Prisma Client',
  match: { code: [PRISMA_CODE], has: ['clientVersion'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (typeof readProperty(thrown, 'clientVersion') !== 'string') return undefined;
    const known = code ?? readProperty(thrown, 'errorCode');
    if (!PRISMA_CODE.test(textOf(known)) && !isPrismas(thrown)) return undefined;
    const found = DRIVER_FAILED.has(known) ? findOriginal(thrown) : PRISMA_CODES.get(textOf(known));
    return answer(found ?? 'database_failed');
  },
});

/** What a driver throws and Prisma 7 has no word for goes on as it is, with Prisma's version: its own mapper knows it. */
function isPrismas(thrown: object): boolean {
  return readProperty(thrown, 'name') !== 'Error';
}

/** Prisma 7 keeps the driver's error; before, the query engine told its code and message. */
function findOriginal(thrown: object): DatabaseAnswer | undefined {
  const meta = readProperty(thrown, 'meta');
  const cause = readProperty(readProperty(meta, 'driverAdapterError'), 'cause');
  return findByCode(textOf(readProperty(cause, 'originalCode') ?? readProperty(meta, 'code')));
}

/**
 * A SQLSTATE has five characters. No number that means something here means something of MySQL's and of
 * SQLite's.
 */
function findByCode(code: string): DatabaseAnswer | undefined {
  if (code.length === 5) return findSqlstate(code);
  return MYSQL_ERRORS.get(code) ?? findSqliteResult(code);
}
