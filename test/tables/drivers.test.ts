import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { KnexTimeoutError } from 'knex';
import pg from 'pg';
import * as sequelize from 'sequelize';
import { driverConnections } from '../../packages/core/src/mappers/databases/driver-connections.js';
import { objectMappers } from '../../packages/core/src/mappers/databases/object-mappers.js';
import { thrownBy } from '../mappers/raise.js';
import { askAnswer, serveRows } from './ask-answer.js';
import {
  ABSENT,
  CHANGED,
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

/** mysql 2.18 (lib/Pool.js, lib/PoolCluster.js, lib/protocol), mysql2 3.24, postgres.js 3.4 (src/connection.js). */
const CODES: Facts = {
  [UNAVAILABLE]: [
    'POOL_CLOSED Pool is closed.',
    'POOL_CONNLIMIT No connections available.',
    'POOL_ENQUEUELIMIT Queue limit reached.',
    'POOL_NONEONLINE Pool does Not have online node.',
    'PROTOCOL_CONNECTION_LOST Connection lost: The server closed the connection.',
    'PROTOCOL_ENQUEUE_AFTER_DESTROY Cannot enqueue Query after being destroyed.',
    'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR Cannot enqueue Query after fatal error.',
    'CONNECTION_CLOSED write CONNECTION_CLOSED',
    'CONNECTION_DESTROYED write CONNECTION_DESTROYED',
    'CONNECTION_ENDED write CONNECTION_ENDED',
    'CONNECT_TIMEOUT write CONNECT_TIMEOUT',
  ],
  [TIMEOUT]: ['PROTOCOL_SEQUENCE_TIMEOUT Query inactivity timeout'],
  [OURS]: [
    'POOL_NOEXIST Pool does Not exist.',
    'PROTOCOL_ENQUEUE_AFTER_QUIT Cannot enqueue Query after invoking quit.',
    'PROTOCOL_ENQUEUE_HANDSHAKE_TWICE Cannot enqueue Handshake after already enqueuing a Handshake.',
    'PROTOCOL_ERROR Unexpected packet',
    'MAX_PARAMETERS_EXCEEDED Max number of parameters (65534) exceeded',
    'UNDEFINED_VALUE Undefined values are not allowed',
    'UNSAFE_TRANSACTION Only use sql.begin, sql.reserved or max: 1',
    'NOT_TAGGED_CALL Query not called as a tagged template literal',
  ],
};

/** pg 8.23 (lib/client.js), pg-pool 3 (index.js), mysql2 3.24 (lib/base). */
const MESSAGES: readonly (readonly [message: string, answer: string])[] = [
  ['Cannot use a pool after calling end on the pool', UNAVAILABLE],
  ['Client has encountered a connection error and is not queryable', UNAVAILABLE],
  ['Client was closed and is not queryable', UNAVAILABLE],
  ['Connection terminated', UNAVAILABLE],
  ['Connection terminated due to connection timeout', UNAVAILABLE],
  ['Connection terminated unexpectedly', UNAVAILABLE],
  ['timeout exceeded when trying to connect', UNAVAILABLE],
  ['timeout expired', UNAVAILABLE],
  ['Query read timeout', TIMEOUT],
  ["Can't add new command when connection is in closed state", UNAVAILABLE],
  ["Can't write in closed state", UNAVAILABLE],
  ['No connections available.', UNAVAILABLE],
  ['Pool is closed.', UNAVAILABLE],
  ['Queue limit reached.', UNAVAILABLE],
  ['Called end on pool more than once', OURS],
  ['Client has already been connected. You cannot reuse a client.', OURS],
  ['The server does not support SSL connections', OURS],
  ['Connection terminated by somebody', OURS],
];

it.each(listFacts(CODES))('code %s, %s', async (code, message, answer) => {
  expect(await askAnswer(Object.assign(new Error(message), { code }))).toBe(answer);
});

it.each(MESSAGES)('“%s”', async (message, answer) => {
  expect(await askAnswer(new Error(message))).toBe(answer);
});

it.each([
  ['Knex: Timeout acquiring a connection. The pool is probably full.', UNAVAILABLE],
  ['Defined query timeout of 5ms exceeded when running query.', TIMEOUT],
])('Knex’s timeout, “%s”', async (message, answer) => {
  expect(await askAnswer(new KnexTimeoutError(message))).toBe(answer);
});

describe('a server that says nothing', () => {
  let silent: Server;
  beforeAll(async () => {
    // Whoever reads nothing does not hear that the client has gone, and keeps the connection.
    silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => void silent.close(resolve)));

  it('is not reached by a client of pg that waits no longer', async () => {
    const { port } = silent.address() as AddressInfo;
    const client = new pg.Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 20 });
    const error = await thrownBy(() => client.connect());
    expect(error).toMatchObject({ message: 'timeout expired' });
    expect(await askAnswer(error)).toBe(UNAVAILABLE);
  });
});

/** Sequelize's errors (6.37, lib/errors), and TypeORM's (1.1, error/). */
const NAMES: Facts = {
  [TAKEN]: ['SequelizeUniqueConstraintError', 'SequelizeExclusionConstraintError'],
  [REFERENCED]: ['SequelizeForeignKeyConstraintError'],
  [CHANGED]: ['SequelizeOptimisticLockError', 'OptimisticLockVersionMismatchError'],
  [ABSENT]: ['SequelizeEmptyResultError'],
  [TIMEOUT]: ['SequelizeTimeoutError'],
  [UNAVAILABLE]: [
    'SequelizeConnectionError',
    'SequelizeConnectionAcquireTimeoutError',
    'SequelizeConnectionRefusedError',
    'SequelizeConnectionTimedOutError',
    'SequelizeHostNotFoundError',
    'SequelizeHostNotReachableError',
    'SequelizeInvalidConnectionError',
    'ConnectionIsNotSetError',
    'CannotExecuteNotConnectedError',
  ],
  [OURS]: [
    'SequelizeAccessDeniedError',
    'OptimisticLockCanNotBeUsedError',
    'SequelizeAssociationError',
    'SequelizeBaseError',
    'SequelizeDatabaseError',
    'SequelizeEagerLoadingError',
    'SequelizeInstanceError',
    'SequelizeQueryError',
    'SequelizeScopeError',
    'SequelizeUnknownConstraintError',
    'PessimisticLockTransactionRequiredError',
    'QueryFailedError',
    'EntityPropertyNotFoundError',
    // Without the class that it was looking for, it is another ORM's.
    'EntityNotFoundError',
    'NoResultError',
    'NotFoundError',
    'ReadOnlyException',
    'EntryAlreadyExistsError',
    'AlreadyExistsError',
  ],
};

/** What tells whose a name is that any library may have. */
const MARKED: readonly (readonly [name: string, mark: object, answer: string])[] = [
  ['EntityNotFoundError', { entityClass: 'User', criteria: {} }, ABSENT],
  // Kysely 0.28 (src/query-builder/no-result-error.ts).
  ['NoResultError', { node: {} }, ABSENT],
  // MikroORM 7 (packages/core/src/errors.ts, exceptions.ts), Slonik 48 (packages/errors).
  ['NotFoundError', { entity: 'User' }, ABSENT],
  ['NotFoundError', { sql: 'select 1', values: [] }, ABSENT],
  ['ReadOnlyException', { sqlMessage: 'x' }, UNAVAILABLE],
  // pg-promise 12 (lib/errors/query-result.js): no row, too many.
  ['QueryResultError', { code: 0 }, ABSENT],
  ['QueryResultError', { code: 2 }, OURS],
  // ldapjs 3 (lib/errors/codes.js), ldapts 8 (errors/resultCodeErrors).
  ['EntryAlreadyExistsError', { code: 68, lde_message: 'x' }, TAKEN],
  ['AlreadyExistsError', { code: 68 }, TAKEN],
];

it.each(listFacts(NAMES))('%s%s', async (name, _none, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name }))).toBe(answer);
});

it.each(MARKED)('%s with %j', async (name, mark, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name, ...mark }))).toBe(answer);
});

/** The standard's classes, as snowflake-sdk 3.3 (lib/constants/sql_states.js) has them. */
it.each([
  ['08003', UNAVAILABLE],
  ['40001', CONFLICT],
  ['42601', OURS],
])('SQLSTATE %s without a number of MySQL’s', async (sqlState, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { sqlState, code: 407001 }))).toBe(answer);
});

/** fast-json-patch 3.1 (module/helpers.d.ts). */
const PATCHES: Facts = {
  [CHANGED]: ['TEST_OPERATION_FAILED'],
  [REFUSED]: [
    'SEQUENCE_NOT_AN_ARRAY',
    'OPERATION_NOT_AN_OBJECT',
    'OPERATION_OP_INVALID',
    'OPERATION_PATH_INVALID',
    'OPERATION_PATH_UNRESOLVABLE',
    'OPERATION_VALUE_REQUIRED',
  ],
  [OURS]: ['OPERATION'],
};

it.each(listFacts(PATCHES))('a patch: %s%s', async (name, _none, answer) => {
  const failed = (members: object) => askAnswer(Object.assign(new Error('x'), { name }, members));
  expect(await failed({ index: 0, operation: {}, tree: {} })).toBe(answer);
  expect(await failed({})).toBe(OURS);
});

it('has the names that Sequelize gives', () => {
  const listed = listFacts(NAMES)
    .map(([name]) => name)
    .filter((name) => /^Sequelize(?!Base)/.test(name));
  const classes = listed.map((name) => name.replace('Sequelize', ''));
  expect(classes.filter((name) => !(name in sequelize))).toEqual(['ScopeError']);
  expect('SequelizeScopeError' in sequelize).toBe(true);
});

it('leaves no row without a fact', () => {
  const told = (facts: Facts): string[] =>
    listFacts(facts)
      .filter(([, , answer]) => answer !== OURS)
      .map(([key]) => key);
  const { code, message } = driverConnections.match;
  expect([...(code ?? [])].sort()).toEqual(told(CODES).sort());
  const said = MESSAGES.filter(([, answer]) => answer !== OURS).map(([one]) => one);
  expect([...(message ?? [])].sort()).toEqual(said.sort());
  const ours = ['SequelizeAccessDeniedError', 'OptimisticLockCanNotBeUsedError'];
  const names = new Set([...told(NAMES), ...ours, ...MARKED.map(([name]) => name)]);
  const listed = objectMappers.match.name?.filter((name) => typeof name === 'string') ?? [];
  expect([...listed].sort()).toEqual([...names].sort());
});
