import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';
import { PRISMA_CODES } from './prisma-codes.js';
import { findSqlstate } from './sqlstates.js';

/** A statement of the app's own failed; what the driver said of it stands in `meta`. */
const RAW_QUERY_FAILED = 'P2010';

/**
 * Prisma's errors by code; `clientVersion` stands beside it in every one. Of a raw query it passes
 * on PostgreSQL's SQLSTATE.
 */
export const prisma = defineMapper({
  name: 'prisma',
  libraries: 'Prisma Client',
  match: { code: [/^P\d{4}$/], has: ['clientVersion'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (typeof readProperty(thrown, 'clientVersion') !== 'string') return undefined;
    const known = code ?? readProperty(thrown, 'errorCode');
    const found = known === RAW_QUERY_FAILED ? findRaw(thrown) : PRISMA_CODES[String(known)];
    return answer(found ?? 'database_failed');
  },
});

function findRaw(thrown: object): DatabaseAnswer | undefined {
  const driverError = readProperty(readProperty(thrown, 'meta'), 'driverAdapterError');
  const state = readProperty(readProperty(driverError, 'cause'), 'originalCode');
  // MySQL's and SQLite's codes are shorter.
  return typeof state === 'string' && state.length === 5 ? findSqlstate(state) : undefined;
}
