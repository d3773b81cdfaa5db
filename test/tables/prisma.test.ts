import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import { MYSQL_ERRORS } from '../../packages/core/src/mappers/databases/mysql-errors.js';
import { PRISMA_CODES } from '../../packages/core/src/mappers/databases/prisma-codes.js';
import { SQLITE_RESULTS } from '../../packages/core/src/mappers/databases/sqlite-results.js';
import { askAnswer, serveRows } from './ask-answer.js';
import {
  ABSENT,
  CONFLICT,
  type Facts,
  listFacts,
  OURS,
  REFERENCED,
  REFUSED,
  TAKEN,
  TIMEOUT,
  UNAVAILABLE,
} from './facts.js';

serveRows();

/** Prisma's Error message reference, but for Migrate's and Introspection's; what 7.10 adds has its kind. */
const CODES: Facts = {
  [TAKEN]: ['P2002 Unique constraint failed'],
  [REFERENCED]: [
    'P2003 Foreign key constraint failed',
    'P2014 The change would violate the required relation',
  ],
  [ABSENT]: [
    'P2001 The record searched for does not exist',
    'P2015 A related record could not be found',
    'P2017 The records for the relation are not connected',
    'P2018 The required connected records were not found',
    'P2025 An operation depends on records that were not found',
  ],
  [REFUSED]: [
    'P2000 The provided value is too long',
    'P2004 A constraint failed on the database',
    'P2006 The provided value is not valid',
    'P2007 Data validation error',
    'P2011 Null constraint violation',
    'P2012 Missing a required value',
    'P2019 Input error',
    'P2020 Value out of range for the type',
    // A malformed id, as a rule.
    'P2023 Inconsistent column data',
    'P2033 A number does not fit into a 64 bit signed integer',
  ],
  [CONFLICT]: [
    'P1018 TransactionAlreadyClosed',
    'P2028 Transaction API error',
    'P2034 Transaction failed due to a write conflict or a deadlock',
  ],
  [UNAVAILABLE]: [
    'P1001 Can’t reach database server',
    'P1002 The database server was reached but timed out',
    'P1017 Server has closed the connection',
    'P2024 Timed out fetching a new connection from the connection pool',
    'P2037 TooManyConnections',
    'P5001 This request must be retried',
    'P5008 Usage exceeded, retry again later',
    'P5010 Cannot fetch data from service',
    'P5013 Engine not started: healthcheck timeout',
    'P6008 The engine failed to start',
  ],
  [TIMEOUT]: [
    'P1008 Operations timed out',
    'P5009 Request timed out',
    'P6004 The global timeout of Accelerate has been exceeded',
  ],
  [OURS]: [
    'P1000 Authentication failed',
    'P1003 Database does not exist',
    'P1009 Database already exists',
    'P1010 User was denied access',
    'P1011 Error opening a TLS connection',
    'P1012 The schema is not valid',
    'P1013 The provided database string is invalid',
    'P1014 The underlying table does not exist',
    'P1015 The schema uses features that are not supported',
    'P1016 The raw query had an incorrect number of parameters',
    // What is wrong has been stored.
    'P2005 The value stored in the database is invalid for the field’s type',
    'P2008 Failed to parse the query',
    'P2009 Failed to validate the query',
    'P2010 Raw query failed, and nothing says how',
    'P2013 Missing the required argument',
    'P2016 Query interpretation error',
    'P2021 The table does not exist',
    'P2022 The column does not exist',
    'P2026 The database doesn’t support a feature',
    'P2027 Multiple errors occurred on the database',
    'P2029 The query parameter limit is exceeded',
    'P2030 Cannot find a fulltext index',
    'P2031 MongoDB is not run as a replica set',
    'P2035 Assertion violation on the database',
    'P2036 Error in external connector',
    'P2039 Database error, and nothing says which',
    'P5000 This request could not be understood by the server',
    'P5002 The datasource provided is invalid',
    'P5003 Requested resource does not exist',
    'P5004 The feature is not yet implemented',
    'P5005 Schema needs to be uploaded',
    'P5006 Unknown server error',
    'P5007 Unauthorized, check your connection string',
    'P5011 Request parameters are invalid',
    'P5012 Engine version is not supported',
    'P5014 Unknown engine startup error',
    'P5015 Interactive transaction error',
    'P6000 Generic error',
    'P6001 The URL is malformed',
    'P6002 The API Key is invalid',
    'P6003 The included usage of the plan has been exceeded',
    'P6005 The user supplied invalid parameters',
    'P6006 The Prisma version is not compatible',
    'P6009 The response size limit has been exceeded',
  ],
};

const ROWS = listFacts(CODES);

function failure(code: string, meta: Record<string, unknown> = {}): PrismaClientKnownRequestError {
  return new PrismaClientKnownRequestError('x', { code, clientVersion: '7.10.0', meta });
}

it.each(ROWS)('%s, %s', async (code, _message, answer) => {
  expect(await askAnswer(failure(code))).toBe(answer);
});

it('says it of a connection in errorCode', async () => {
  const errorCode = 'P1001';
  const members = { name: 'PrismaClientInitializationError', clientVersion: '6.19.0', errorCode };
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(UNAVAILABLE);
});

it('leaves to the driver what it says itself, of a connection that ends under a query', async () => {
  const error = new Error('Connection terminated unexpectedly');
  expect(await askAnswer(Object.assign(error, { clientVersion: '7.10.0' }))).toBe(UNAVAILABLE);
});

/** The databases' own codes, as the query engine (6) and the adapters (7) of each pass them on. */
const ORIGINALS: Facts = {
  [TAKEN]: [
    '23505 PostgreSQL',
    '1062 MySQL',
    '2067 SQLite',
    '1555 SQLite',
    'SQLITE_CONSTRAINT_UNIQUE better-sqlite3',
  ],
  [REFERENCED]: ['23503 PostgreSQL', '1452 MySQL', '787 SQLite'],
  [REFUSED]: [
    '23514 PostgreSQL',
    '3819 MySQL',
    '275 SQLite',
    'SQLITE_CONSTRAINT_CHECK better-sqlite3',
  ],
  [CONFLICT]: ['40P01 PostgreSQL', '1213 MySQL', '5 SQLite'],
  [UNAVAILABLE]: ['57P01 PostgreSQL', '1040 MySQL'],
  [TIMEOUT]: ['57014 PostgreSQL', '3024 MySQL', '9 SQLite'],
  [OURS]: [
    '42601 PostgreSQL',
    '1064 MySQL',
    '1 SQLite',
    'SQLITE_ERROR better-sqlite3',
    'N/A nothing',
  ],
};

it.each(listFacts(ORIGINALS))('%s of %s in a query that failed', async (code, _of, answer) => {
  expect(await askAnswer(failure('P2010', { code, message: 'x' }))).toBe(answer);
  const driverAdapterError = { name: 'DriverAdapterError', cause: { originalCode: code } };
  expect(await askAnswer(failure('P2010', { driverAdapterError }))).toBe(answer);
  expect(await askAnswer(failure('P2039', { driverAdapterError }))).toBe(answer);
});

it('can’t take SQLite’s numbers for MySQL’s', () => {
  const numbers = [...SQLITE_RESULTS.keys()].map(Number).filter(Number.isInteger);
  expect(numbers.filter((number) => MYSQL_ERRORS.has(String(number)))).toEqual([]);
});

it('leaves no row without a fact', () => {
  const told = new Set(ROWS.filter(([, , answer]) => answer !== OURS).map(([code]) => code));
  expect([...PRISMA_CODES.keys()].filter((code) => !told.has(code))).toEqual([]);
});
