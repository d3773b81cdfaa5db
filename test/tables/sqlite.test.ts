import {
  SQLITE_CONSTRAINTS,
  SQLITE_RESULTS,
} from '../../packages/core/src/mappers/databases/sqlite-results.js';
import { askAnswer, serveRows } from './ask-answer.js';
import {
  CONFLICT,
  type Facts,
  FULL,
  listFacts,
  OURS,
  REFERENCED,
  REFUSED,
  TAKEN,
  TIMEOUT,
  UNAVAILABLE,
} from './facts.js';

serveRows();

/** All result codes of www.sqlite.org/rescode.html but OK, ROW, DONE and those of warnings. */
const RESULT_CODES: Facts = {
  [TAKEN]: [
    '1555 SQLITE_CONSTRAINT_PRIMARYKEY',
    '2067 SQLITE_CONSTRAINT_UNIQUE',
    '2579 SQLITE_CONSTRAINT_ROWID',
  ],
  [REFERENCED]: ['787 SQLITE_CONSTRAINT_FOREIGNKEY'],
  [REFUSED]: [
    '18 SQLITE_TOOBIG',
    '19 SQLITE_CONSTRAINT',
    '20 SQLITE_MISMATCH',
    '275 SQLITE_CONSTRAINT_CHECK',
    '1299 SQLITE_CONSTRAINT_NOTNULL',
    // RAISE() in a trigger of the app's, which is a constraint to SQLite.
    '1811 SQLITE_CONSTRAINT_TRIGGER',
    '3091 SQLITE_CONSTRAINT_DATATYPE',
  ],
  [CONFLICT]: [
    '5 SQLITE_BUSY',
    '6 SQLITE_LOCKED',
    // A race of two connections that begin to use the WAL.
    '15 SQLITE_PROTOCOL',
    '261 SQLITE_BUSY_RECOVERY',
    '262 SQLITE_LOCKED_SHAREDCACHE',
    '517 SQLITE_BUSY_SNAPSHOT',
    '518 SQLITE_LOCKED_VTAB',
    '773 SQLITE_BUSY_TIMEOUT',
  ],
  [UNAVAILABLE]: ['7 SQLITE_NOMEM'],
  [TIMEOUT]: ['9 SQLITE_INTERRUPT'],
  [FULL]: ['13 SQLITE_FULL'],
  [OURS]: [
    '1 SQLITE_ERROR',
    '2 SQLITE_INTERNAL',
    '3 SQLITE_PERM',
    '4 SQLITE_ABORT',
    '8 SQLITE_READONLY',
    '10 SQLITE_IOERR',
    '11 SQLITE_CORRUPT',
    '12 SQLITE_NOTFOUND',
    '14 SQLITE_CANTOPEN',
    '16 SQLITE_EMPTY',
    '17 SQLITE_SCHEMA',
    '21 SQLITE_MISUSE',
    '22 SQLITE_NOLFS',
    '23 SQLITE_AUTH',
    '24 SQLITE_FORMAT',
    '25 SQLITE_RANGE',
    '26 SQLITE_NOTADB',
    '257 SQLITE_ERROR_MISSING_COLLSEQ',
    '264 SQLITE_READONLY_RECOVERY',
    '266 SQLITE_IOERR_READ',
    '267 SQLITE_CORRUPT_VTAB',
    '270 SQLITE_CANTOPEN_NOTEMPDIR',
    '279 SQLITE_AUTH_USER',
    '513 SQLITE_ERROR_RETRY',
    '516 SQLITE_ABORT_ROLLBACK',
    '520 SQLITE_READONLY_CANTLOCK',
    '522 SQLITE_IOERR_SHORT_READ',
    '523 SQLITE_CORRUPT_SEQUENCE',
    '526 SQLITE_CANTOPEN_ISDIR',
    '531 SQLITE_CONSTRAINT_COMMITHOOK',
    '769 SQLITE_ERROR_SNAPSHOT',
    '776 SQLITE_READONLY_ROLLBACK',
    '778 SQLITE_IOERR_WRITE',
    '779 SQLITE_CORRUPT_INDEX',
    '782 SQLITE_CANTOPEN_FULLPATH',
    '1032 SQLITE_READONLY_DBMOVED',
    '1034 SQLITE_IOERR_FSYNC',
    '1038 SQLITE_CANTOPEN_CONVPATH',
    '1043 SQLITE_CONSTRAINT_FUNCTION',
    '1288 SQLITE_READONLY_CANTINIT',
    '1290 SQLITE_IOERR_DIR_FSYNC',
    '1294 SQLITE_CANTOPEN_DIRTYWAL',
    '1544 SQLITE_READONLY_DIRECTORY',
    '1546 SQLITE_IOERR_TRUNCATE',
    '1550 SQLITE_CANTOPEN_SYMLINK',
    '1802 SQLITE_IOERR_FSTAT',
    '2058 SQLITE_IOERR_UNLOCK',
    '2314 SQLITE_IOERR_RDLOCK',
    '2323 SQLITE_CONSTRAINT_VTAB',
    '2570 SQLITE_IOERR_DELETE',
    '2826 SQLITE_IOERR_BLOCKED',
    '2835 SQLITE_CONSTRAINT_PINNED',
    '3082 SQLITE_IOERR_NOMEM',
    '3338 SQLITE_IOERR_ACCESS',
    '3594 SQLITE_IOERR_CHECKRESERVEDLOCK',
    '3850 SQLITE_IOERR_LOCK',
  ],
};

const ROWS = listFacts(RESULT_CODES);

const failure = (members: object): Error => Object.assign(new Error('x'), members);

it.each(ROWS)('result code %s, %s', async (errcode, code, answer) => {
  // As better-sqlite3 says it, as @libsql/client, and as node:sqlite.
  expect(await askAnswer(failure({ name: 'SqliteError', code }))).toBe(answer);
  const primary = /^SQLITE_[A-Z]+/.exec(code)?.[0];
  const libsql = { name: 'LibsqlError', code: primary, extendedCode: code };
  expect(await askAnswer(failure(libsql))).toBe(answer);
  const node = { code: 'ERR_SQLITE_ERROR', errcode: Number(errcode) };
  expect(await askAnswer(failure(node))).toBe(answer);
});

/** SQLite's words for a constraint, and for RAISE() in a trigger. */
const WORDS: readonly (readonly [words: string, answer: string])[] = [
  ['UNIQUE constraint failed: t.a, t.b', TAKEN],
  ['FOREIGN KEY constraint failed', REFERENCED],
  ['NOT NULL constraint failed: t.a', REFUSED],
  ['CHECK constraint failed: a > 0', REFUSED],
  ['no more than five', REFUSED],
];

describe.each(['SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_TRIGGER'])('%s says no more', (code) => {
  const vague = (message: string): Error => Object.assign(new Error(message), { code, errno: 19 });

  it.each(WORDS)('than its message: %s', async (words, answer) => {
    expect(await askAnswer(vague(words))).toBe(answer);
    // As sqlite3 says it, and behind what Knex puts before it.
    expect(await askAnswer(vague(`SQLITE_CONSTRAINT: ${words}`))).toBe(answer);
    const statement = 'insert into `t` (`a`) values (1)';
    expect(await askAnswer(vague(`${statement} - SQLITE_CONSTRAINT: ${words}`))).toBe(answer);
  });

  it('than its message, of which the last words count', async () => {
    const statement = "insert into `t` (`a`) values ('UNIQUE constraint failed')";
    const words = 'SQLITE_CONSTRAINT: CHECK constraint failed: t';
    expect(await askAnswer(vague(`${statement} - ${words}`))).toBe(REFUSED);
  });
});

it('leaves no row without a fact', () => {
  const told = new Set(ROWS.flatMap(([number, name]) => [name, number]));
  expect([...SQLITE_RESULTS.keys()].filter((key) => !told.has(key))).toEqual([]);
  for (const [number, name] of ROWS) {
    expect([name, SQLITE_RESULTS.get(name)]).toEqual([name, SQLITE_RESULTS.get(number)]);
  }
  expect(SQLITE_CONSTRAINTS.map(([kind]) => kind)).toEqual([
    'UNIQUE',
    'FOREIGN KEY',
    'NOT NULL',
    'CHECK',
  ]);
});
