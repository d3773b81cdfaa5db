import { askAnswer, serveRows } from './ask-answer.js';
import {
  CHANGED,
  CONFLICT,
  type Facts,
  listFacts,
  OURS,
  REFERENCED,
  REFUSED,
  TAKEN,
} from './facts.js';

serveRows();

const DOWN = '503 dependency_unavailable, temporary, after 5 s';
const SLOW = '504 dependency_timeout, temporary';
const BUSY = '503 server_exhausted, temporary, after 5 s';
const ENDED = '503 work_aborted, temporary';

/** Names of errors and their codes, and the library that has them; no table has a row for most. */
const NAMES: Facts = {
  [DOWN]: [
    'MaxRetriesPerRequestError ioredis',
    'ClusterAllFailedError ioredis',
    'ClientClosedError node-redis',
    'RootNodesUnavailableError node-redis',
    'KafkaJSConnectionClosedError kafkajs',
    'KafkaJSBrokerNotFound kafkajs',
    'KafkaJSNumberOfRetriesExceeded kafkajs',
    'CONNECTION_DRAINING nats',
    'ClosedConnectionError nats 3',
    'NoResponders nats 3',
    'AMQPConnectionError rabbitmq-client',
    'IllegalOperationError amqplib',
    'NoHostAvailableError cassandra-driver',
    'BusyConnectionError cassandra-driver',
    'ConnectionException MikroORM',
    'BackendTerminatedUnexpectedlyError Slonik',
    'BrokenCircuitError cockatiel',
    'CircuitOpenError others',
    'CIRCUIT_OPEN others',
    'EOPENBREAKER opossum',
    'ESHUTDOWN opossum',
    'ECONNCLOSED mssql',
    'ESOCKET nodemailer',
    'EDNS nodemailer',
    'ServiceUnavailable Azure Service Bus',
    'UNAVAILABLE others',
    'NETWORK_ERROR others',
    'DATABASE_NOT_AVAILABLE others',
    'NotConnectedError others',
    'ERR_NOT_CONNECTED ssh2-sftp-client',
    'CONNECTION_BROKEN bee-queue',
    'BusyError ldapjs, ldapts',
    'TargetCloseError puppeteer',
    'TargetClosedError playwright',
    'ERR_SSL_WRONG_VERSION_NUMBER Node',
    'ERR_TLS_CERT_ALTNAME_INVALID Node',
    'CERT_HAS_EXPIRED Node',
    'SELF_SIGNED_CERT_IN_CHAIN Node',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE Node',
  ],
  [SLOW]: [
    'KafkaJSRequestTimeoutError kafkajs',
    'OperationTimedOutError cassandra-driver',
    'StatementTimeoutError Slonik',
    'TaskCancelledError cockatiel',
    'ETIMEDOUT opossum',
    'E_TIMEOUT others',
    'REQUEST_TIMED_OUT others',
    'DEADLINE_EXCEEDED others',
    'TIMEOUT_EXCEEDED ClickHouse',
    'TimeLimitExceededError ldapjs, ldapts',
  ],
  [BUSY]: [
    'ESEMLOCKED opossum',
    'BulkheadRejectedError cockatiel',
    'QueueFullError others',
    'QUEUE_LIMIT others',
    'PoolExhaustedError others',
    'OverloadedError others',
    'TOO_MANY_CONNECTIONS others',
    'MEMORY_LIMIT_EXCEEDED ClickHouse',
    'TOO_MANY_SIMULTANEOUS_QUERIES ClickHouse',
    'QdrantClientResourceExhaustedError Qdrant',
    'ERR_WORKER_OUT_OF_MEMORY Node',
  ],
  [ENDED]: ['APIUserAbortError openai', 'JobAbortedError others', 'CancellationError workerpool'],
  [CONFLICT]: [
    'DeadlockException MikroORM',
    'LockWaitTimeoutException MikroORM',
    'ExecutionError redlock',
    'LockError redlock 4',
    'ResourceLockedError redlock',
    'ELOCKED proper-lockfile',
    'WRITE_CONFLICT others',
  ],
  [TAKEN]: [
    'UniqueConstraintViolationException MikroORM',
    'UniqueViolationError Objection',
    'UniqueIntegrityConstraintViolationError Slonik',
    'DUPLICATE_KEY others',
    'ChromaUniqueError Chroma',
  ],
  [REFERENCED]: [
    'ForeignKeyConstraintViolationException MikroORM',
    'ForeignKeyIntegrityConstraintViolationError Slonik',
  ],
  [REFUSED]: [
    'NotNullConstraintViolationException MikroORM',
    'CheckViolationError Objection',
    'CheckIntegrityConstraintViolationError Slonik',
  ],
  [CHANGED]: ['OptimisticLockError MikroORM', 'StaleObjectStateError others'],
  // What a business calls its own.
  [OURS]: [
    'SessionTimeoutError -',
    'LOGIN_TIMEOUT -',
    'AccountLockedError -',
    'ACCOUNT_LOCKED -',
    'ProductUnavailableError -',
    'SLOT_NOT_AVAILABLE -',
    'OrderClosedError -',
    'SHOP_CLOSED -',
    'DriverBusyError -',
    'ClassFullError -',
    'USER_DISCONNECTED -',
    'CasinoServiceError -',
    'EXAM_TIME_LIMIT_EXCEEDED -',
    'CERT_REQUESTED -',
    'UNABLE_TO_GET_TICKET -',
    'OUT_OF_STOCK -',
    'TargetReachedError -',
    'ServiceError -',
    'ServerError -',
    'ClientError -',
    'UnexpectedForeignConnectionError Slonik',
    'EmailAlreadyExistsError -',
    'NOT_FOUND -',
    'ENOTFOUND -',
    'EINVALIDSTATE tedious',
    'constructor -',
    `${'Very'.repeat(20)}ConnectionClosedError -`,
  ],
};

/** Messages of errors that have nothing else. */
const MESSAGES: Facts = {
  [DOWN]: [
    'Connection is closed.',
    'Socket closed unexpectedly',
    'Socket closed abruptly during opening handshake',
    'The producer is disconnected',
    'The client is closed',
    'Driver not Connected',
    'Not connected',
    'No connection to broker',
    'Connection pool was closed',
    'Redis connection lost',
    'Database is not available',
    'Channel closed',
    'Circuit breaker is open',
    'None of startup nodes is available',
    'All sentinels are unreachable and retry is disabled. Last error: x',
    'pool is draining and cannot accept work',
    'Connection lost before handshake',
    'Could not connect to 127.0.0.1:1.',
    'Failed to connect to the redis server',
    'Error connecting to database: x',
    'error happened in your connection. Reason: Error: x',
    'Redis client is not connected or has failed to connect. This is thrown because of x.',
  ],
  [SLOW]: [
    'Command timed out',
    'Timed out while waiting for handshake',
    'Maximum occupation time is exceeded in queue x',
    'connack timeout',
    'connect ETIMEDOUT',
    'This job timed out after 20 ms.',
    'Unable to open the amqp connection "x" due to operation timeout.',
    'Job wait 1 timed out before finishing',
  ],
  [BUSY]: [
    'The queue is full',
    'Too many pending tasks in queue x',
    'Max queue size of 1 reached',
    'Task queue is at limit',
    'No task queue available and all Workers are busy',
    'max waitingClients count exceeded',
    'This job has been dropped by Bottleneck',
  ],
  [CONFLICT]: [
    'mutex already locked',
    'timeout while waiting for mutex to become available',
    'async-lock timed out in queue x',
  ],
  [ENDED]: [
    'This limiter has been stopped.',
    'request for lock canceled',
    'Terminating worker thread',
  ],
  [OURS]: [
    'The order is closed',
    'Too many pending orders',
    'Could not connect to your calendar',
    'Timed out waiting for the courier',
    'The shop is closed',
    'Your account is locked',
    'This service is not available in your region',
    'The driver is offline',
    'No database is named so',
    'Connection closed by the customer, who has moved away',
    'Unable to close connection',
    'The job was not found',
    'constructor',
  ],
};

describe('a name', () => {
  it.each(listFacts(NAMES))('%s (%s)', async (name, _library, answer) => {
    expect(await askAnswer(Object.assign(new Error('x'), { name }))).toBe(answer);
  });

  it.each(listFacts(NAMES))('%s (%s), as a code', async (code, _library, answer) => {
    expect(await askAnswer(Object.assign(new Error('x'), { code }))).toBe(answer);
  });

  it('is that of the class where the error only says Error', async () => {
    class ClosedConnectionError extends Error {}
    expect(await askAnswer(new ClosedConnectionError('x'))).toBe(DOWN);
  });
});

it.each(Object.entries(MESSAGES).flatMap(([answer, said]) => said.map((one) => [one, answer])))(
  '“%s”',
  async (message, answer) => {
    expect(await askAnswer(new Error(message))).toBe(answer);
  },
);

it('is known by a type that is a constant, and by no other', async () => {
  const typed = (type: string) => askAnswer(Object.assign(new Error('x'), { code: '159', type }));
  expect(await typed('TIMEOUT_EXCEEDED')).toBe(SLOW);
  expect(await typed('connection-closed')).toBe(OURS);
});

describe('what is known of an error otherwise comes first:', () => {
  const closed = (members: object, options?: ErrorOptions) =>
    Object.assign(new Error('x', options), { name: 'ConnectionClosedError' }, members);

  it.each([
    ['a status', { status: 409 }, '409'],
    ['a contract', { status: 418, expose: false }, '418'],
    ['the language', { name: 'TypeError', code: 'CONNECTION_CLOSED_X' }, OURS],
  ])('%s', async (_what, members, answer) => {
    expect((await askAnswer(closed(members))).split(',')[0]).toBe(answer);
  });

  it('what it wraps', async () => {
    const cause = Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
    expect(await askAnswer(closed({}, { cause }))).toBe(TAKEN);
  });

  it('what it wraps, if that has no better name', async () => {
    const cause = Object.assign(new Error('x'), { name: 'CommandTimeoutError' });
    expect(await askAnswer(closed({}, { cause }))).toBe(SLOW);
    expect(await askAnswer(closed({}, { cause: new Error('x') }))).toBe(DOWN);
  });
});

it('believes an error that says itself that another try may succeed', async () => {
  const saying = (members: object) => askAnswer(Object.assign(new Error('x'), members));
  expect(await saying({ retriable: true })).toBe(DOWN);
  expect(await saying({ retryable: true })).toBe(DOWN);
  expect(await saying({ retryable: false })).toBe(OURS);
  expect(await saying({ retryable: 'yes' })).toBe(OURS);
  expect(await saying({ retryable: true, status: 400 })).toMatch(/^400/);
});
