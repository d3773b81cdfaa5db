import { askAnswer, serveRows } from './ask-answer.js';
import {
  ABSENT,
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

/** Microsoft's "Database engine events and errors", and "Azure SQL transient connection errors". */
const SQL_SERVER: Facts = {
  [TAKEN]: ['2601 duplicate key row in a unique index', '2627 violation of a constraint'],
  [REFERENCED]: ['547 conflict with a constraint'],
  [REFUSED]: [
    '220 arithmetic overflow',
    '241 conversion of a date',
    '245 conversion failed',
    '515 cannot insert NULL',
    '2628 string would be truncated, with its column',
    '8114 error converting data type',
    '8115 arithmetic overflow in a conversion',
    '8152 string would be truncated',
  ],
  [CONFLICT]: [
    '1205 deadlock victim',
    '1222 lock request time out',
    '3960 snapshot isolation conflict',
    '41302 record updated since the transaction started',
  ],
  [UNAVAILABLE]: [
    '921 database not recovered yet',
    '3906 read-only database',
    '4060 cannot open the database',
    '10054 connection closed by the other side',
    '10928 resource limit',
    '18401 upgrade mode',
    '40197 service error',
    '40501 service busy',
    '40613 database unavailable',
    '49918 not enough resources',
  ],
  [TIMEOUT]: ['-2 timeout expired'],
  [FULL]: ['1105 filegroup is full', '9002 log is full', '40544 size quota'],
  [OURS]: [
    '102 incorrect syntax',
    '208 invalid object name',
    '229 permission denied',
    '18456 login',
  ],
};

it.each(listFacts(SQL_SERVER))('SQL Server %s (%s)', async (number, _name, answer) => {
  const members = { code: 'EREQUEST', number: Number(number) };
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(answer);
});

it.each([
  ['a message of the app’s own (RAISERROR)', { code: 'EREQUEST', number: 50000 }],
  ['EREQUEST without a number', { code: 'EREQUEST' }],
  ['a refused login', { code: 'ELOGIN', name: 'ConnectionError' }],
])('SQL Server: %s', async (_what, members) => {
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(OURS);
});

/** Oracle's "Database Error Messages"; node-oracledb 26 (lib/errors.js). */
const ORACLE: Facts = {
  [TAKEN]: ['ORA-00001 unique constraint violated'],
  [REFERENCED]: ['ORA-02291 parent key not found', 'ORA-02292 child record found'],
  [REFUSED]: [
    'ORA-01400 cannot insert NULL',
    'ORA-01407 cannot update to NULL',
    'ORA-01438 larger than the precision',
    'ORA-01722 invalid number',
    'ORA-01843 not a valid month',
    'ORA-02290 check constraint violated',
    'ORA-12899 value too large',
  ],
  [CONFLICT]: ['ORA-00054 resource busy', 'ORA-00060 deadlock', 'ORA-08177 can’t serialize'],
  [UNAVAILABLE]: [
    'ORA-00020 maximum number of processes',
    'ORA-01033 initialization or shutdown in progress',
    'ORA-01034 not available',
    'ORA-03113 end-of-file',
    'ORA-12514 listener does not know of the service',
    'ORA-12541 no listener',
    'ORA-16000 open for read-only access',
    'NJS-003 invalid or closed connection',
    'NJS-040 connection request timeout',
    'NJS-065 pool was closed',
    'NJS-076 queue of the pool is full',
    'NJS-500 connection closed or broken',
    'NJS-503 could not be established',
    'NJS-511 refused',
    'NJS-530 host not found',
    'DPI-1010 not connected',
  ],
  [TIMEOUT]: ['ORA-01013 cancelled', 'NJS-123 call timeout', 'NJS-510 timed out', 'DPI-1067 call'],
  [FULL]: ['ORA-01653 unable to extend a table', 'ORA-01536 space quota'],
  [OURS]: [
    'ORA-00942 no such table',
    'ORA-01017 invalid credentials',
    'ORA-1 -',
    'NJS-515 error in the connection string',
    'NJS-024 -',
  ],
};

it.each(listFacts(ORACLE))('Oracle %s (%s)', async (code, _name, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { code }))).toBe(answer);
});

/** Apache Cassandra's native_protocol_v5.spec, section 9. */
const CASSANDRA: Facts = {
  [UNAVAILABLE]: [
    '0x1000 unavailable',
    '0x1001 overloaded',
    '0x1002 bootstrapping',
    '0x1300 read failure',
    '0x1500 write failure',
  ],
  [TIMEOUT]: ['0x1100 write timeout', '0x1200 read timeout'],
  [CONFLICT]: ['0x1700 compare-and-set unknown'],
  [OURS]: ['0x0100 bad credentials', '0x1400 function failure', '0x2000 syntax', '0x2400 exists'],
};

it.each(listFacts(CASSANDRA))('Cassandra %s (%s)', async (code, _name, answer) => {
  const members = { name: 'ResponseError', info: 'x', code: Number(code) };
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(answer);
});

it('leaves a ResponseError of another library alone', async () => {
  const members = { name: 'ResponseError', code: 0x1000 };
  expect(await askAnswer(Object.assign(new Error('x'), members))).toBe(OURS);
});

/** Neo4j's "Error codes" (Status Codes 5). */
const NEO4J: Facts = {
  [TAKEN]: ['Neo.ClientError.Schema.ConstraintValidationFailed -'],
  [CONFLICT]: [
    'Neo.TransientError.Transaction.DeadlockDetected -',
    'Neo.TransientError.Transaction.Outdated -',
  ],
  [UNAVAILABLE]: [
    'ServiceUnavailable the driver’s',
    'SessionExpired the driver’s',
    'Neo.ClientError.Cluster.NotALeader -',
    'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase -',
    'Neo.TransientError.General.DatabaseUnavailable -',
    'Neo.TransientError.Request.NoThreadsAvailable -',
  ],
  [TIMEOUT]: [
    'Neo.ClientError.Transaction.TransactionTimedOut -',
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration -',
  ],
  [OURS]: [
    'Neo.ClientError.Statement.SyntaxError -',
    'Neo.ClientError.Statement.TypeError -',
    'Neo.ClientError.Security.Unauthorized -',
    'Neo.DatabaseError.General.UnknownError -',
    'N/A -',
  ],
};

it.each(listFacts(NEO4J))('Neo4j %s', async (code, _name, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name: 'Neo4jError', code }))).toBe(answer);
});

/** The source of Redis 8 (src/server.c, createSharedObjects, and its modules). */
const REDIS: Facts = {
  [UNAVAILABLE]: [
    'BUSY -',
    'CLUSTERDOWN -',
    'LOADING -',
    'MASTERDOWN -',
    'MISCONF -',
    'NOREPLICAS -',
    'READONLY -',
    'UNBLOCKED -',
  ],
  [CONFLICT]: ['TRYAGAIN -'],
  [FULL]: ['OOM -'],
  [OURS]: ['ERR -', 'EXECABORT -', 'NOAUTH -', 'NOSCRIPT -', 'WRONGPASS -', 'WRONGTYPE -'],
};

it.each(listFacts(REDIS))('Redis %s', async (word, _name, answer) => {
  for (const name of ['ReplyError', 'UpstashError']) {
    expect(await askAnswer(Object.assign(new Error(`${word} x`), { name }))).toBe(answer);
  }
});

it.each([
  ['ReplyError', 'in small letters'],
  ['SimpleError', 'LOADINGx'],
  ['WatchError', 'of somebody else'],
])('a %s that says “%s” is nobody’s', async (name, message) => {
  expect(await askAnswer(Object.assign(new Error(message), { name }))).toBe(OURS);
});

/** PostgREST's "Errors" (14); all others of its own are our fault. */
const POSTGREST: Facts = {
  [ABSENT]: ['PGRST116 not one row'],
  [UNAVAILABLE]: ['PGRST000 no connection', 'PGRST001 no connection', 'PGRST002 no schema cache'],
  [TIMEOUT]: ['PGRST003 pool', '57014 statement timeout'],
  [TAKEN]: ['23505 unique'],
  [REFERENCED]: ['23503 reference'],
  [REFUSED]: ['22P02 a value that can’t be read'],
  [OURS]: ['PGRST100 query string', 'PGRST301 key', '42501 policy', '42P01 no table'],
};

it.each(listFacts(POSTGREST))('PostgREST %s (%s)', async (code, _name, answer) => {
  expect(await askAnswer({ code, details: null, hint: null, message: 'x' })).toBe(answer);
});

it.each([
  ['without details', { code: '23505', hint: null }],
  ['without a code', { details: null, hint: null, message: 'TypeError: fetch failed' }],
  ['whose code says nothing', { code: '', details: '', hint: '', message: 'x' }],
])('a hint %s is nobody’s', async (_what, thrown) => {
  expect(await askAnswer(thrown)).toBe(OURS);
});

/** What D1 and sql.js say where nothing else of SQLite is left. */
const SQLITE: readonly (readonly [message: string, answer: string])[] = [
  ['UNIQUE constraint failed: t.a', TAKEN],
  ['D1_ERROR: UNIQUE constraint failed: t.a: SQLITE_CONSTRAINT', TAKEN],
  ['FOREIGN KEY constraint failed', REFERENCED],
  ['NOT NULL constraint failed: t.a', REFUSED],
  ['CHECK constraint failed: a > 0', REFUSED],
  ['D1_ERROR: no such table: t', OURS],
  ['EXCLUSIVE constraint failed: t.a', OURS],
];

it.each(SQLITE)('“%s”', async (message, answer) => {
  expect(await askAnswer(new Error(message))).toBe(answer);
});
