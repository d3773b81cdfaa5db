import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { PostgrestClient } from '@supabase/postgrest-js';
import cassandra from 'cassandra-driver';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import mssql from 'mssql';
import neo4j, { type Driver } from 'neo4j-driver';
import { ForeignKeyViolationError, UniqueViolationError } from 'objection';
import oracledb from 'oracledb';
import initSqlJs from 'sql.js';
import { DataSource, QueryFailedError } from 'typeorm';
import { answerCases } from './answer-cases.js';
import { closedPort } from './bad-upstream.js';
import { startPostgrest } from './postgrest-server.js';
import { startHangingUp, startRedis, startSilent, type TcpServer } from './tcp-server.js';

let silent: TcpServer;
let hangingUp: TcpServer;
let redisServer: TcpServer;
let closed: number;
let postgrest: Awaited<ReturnType<typeof startPostgrest>>;

beforeAll(async () => {
  silent = await startSilent();
  hangingUp = await startHangingUp();
  redisServer = await startRedis();
  postgrest = await startPostgrest();
  closed = await closedPort();
});

/** For a server that says nothing, soon over; for any other, more than a busy machine takes. In milliseconds. */
const patience = (port: number): number => (port === silent.port ? 100 : 5_000);

afterAll(async () => {
  for (const server of [silent, hangingUp, redisServer]) server.close();
  await postgrest.close();
});

type IoredisOptions = Pick<RedisOptions, 'commandTimeout' | 'enableOfflineQueue' | 'retryStrategy'>;

/** Asks ioredis for a key, and lets go of it. */
async function askIoredis(port: number, key: string, options: IoredisOptions = {}): Promise<void> {
  const client = new Redis(port, '127.0.0.1', {
    enableReadyCheck: false,
    maxRetriesPerRequest: 1,
    retryStrategy: () => 5,
    ...options,
  });
  client.on('error', () => undefined);
  try {
    await client.get(key);
  } finally {
    client.disconnect();
  }
}

async function askClosedIoredis(): Promise<void> {
  const client = new Redis({ host: '127.0.0.1', port: redisServer.port, lazyConnect: true });
  await client.connect();
  client.disconnect();
  await sleep(5);
  await client.get('kanari');
}

async function askIoredisCluster(): Promise<void> {
  const cluster = new Cluster([{ host: '127.0.0.1', port: closed }], {
    clusterRetryStrategy: () => null,
  });
  cluster.on('error', () => undefined);
  try {
    await cluster.get('kanari');
  } finally {
    cluster.disconnect();
  }
}

type NodeRedisOptions = Parameters<typeof createClient>[0];

function nodeRedis(port: number, options: NodeRedisOptions = {}) {
  const reconnectStrategy = () => 20;
  const client = createClient({
    socket: { host: '127.0.0.1', port, reconnectStrategy },
    ...options,
  });
  client.on('error', () => undefined);
  return client;
}

async function askNodeRedis(key: string): Promise<void> {
  const client = nodeRedis(redisServer.port);
  await client.connect();
  try {
    await client.get(key);
  } finally {
    client.destroy();
  }
}

/** Asks while there is no connection. */
async function askOffline(options: NodeRedisOptions, times: number): Promise<void> {
  const client = nodeRedis(closed, options);
  client.connect().catch(() => undefined);
  try {
    await Promise.all(Array.from({ length: times }, () => client.get('kanari')));
  } finally {
    client.destroy();
  }
}

const OFFLINE = "Stream isn't writeable";

describe('Redis', () => {
  const replies: readonly (readonly [reply: string, expected: string])[] = [
    ['LOADING Redis is loading the dataset in memory', '503 database_unavailable'],
    ["READONLY You can't write against a read only replica.", '503 database_unavailable'],
    ["MASTERDOWN Link with MASTER is down and kanari is 'no'.", '503 database_unavailable'],
    ['BUSY Redis is busy running a script.', '503 database_unavailable'],
    ['ERR max number of clients reached', '503 database_unavailable'],
    ['TRYAGAIN Multiple keys request during rehashing of slot', '503 transaction_conflict'],
    ["OOM command not allowed when used memory > 'maxmemory'.", '503 database_full'],
    ['WRONGTYPE Operation against a key holding kanari', '500 undefined'],
    ['NOAUTH Authentication required.', '500 undefined'],
  ];
  answerCases([
    ...replies.flatMap(([reply, expected]) => [
      [`${reply}, to ioredis,`, expected, () => askIoredis(redisServer.port, reply)] as const,
      [`${reply}, to node-redis,`, expected, () => askNodeRedis(reply)] as const,
    ]),
    ['ioredis: no server', '503 dependency_unavailable', () => askIoredis(closed, 'kanari')],
    [
      'ioredis: no server, and no other try',
      '503 dependency_unavailable',
      () => askIoredis(closed, 'kanari', { retryStrategy: () => null }),
    ],
    [
      `ioredis: ${OFFLINE}`,
      '503 dependency_unavailable',
      () => askIoredis(closed, 'kanari', { enableOfflineQueue: false }),
    ],
    [
      'ioredis: a lost connection',
      '503 dependency_unavailable',
      () => askIoredis(redisServer.port, 'leave', { retryStrategy: () => null }),
    ],
    ['ioredis: a closed connection', '503 dependency_unavailable', askClosedIoredis],
    ['ioredis: a cluster without nodes', '503 dependency_unavailable', askIoredisCluster],
    [
      'ioredis: commandTimeout',
      '504 dependency_timeout',
      () => askIoredis(redisServer.port, 'hang', { commandTimeout: 30 }),
    ],
    [
      'node-redis: no server',
      '503 dependency_unavailable',
      () => nodeRedis(closed, { socket: { port: closed, reconnectStrategy: false } }).connect(),
    ],
    [
      'node-redis: before connect()',
      '503 dependency_unavailable',
      () => nodeRedis(closed).get('x'),
    ],
    [
      'node-redis: offline without a queue',
      '503 dependency_unavailable',
      () => askOffline({ disableOfflineQueue: true }, 1),
    ],
    [
      'node-redis: offline with a full queue',
      '503 server_exhausted',
      () => askOffline({ commandsQueueMaxLength: 1 }, 2),
    ],
    ['node-redis: a lost connection', '503 dependency_unavailable', () => askNodeRedis('leave')],
  ]);
});

/** As tedious hands over what the server said. */
function refuse(number: number, message = 'kanari'): never {
  throw new mssql.RequestError(Object.assign(new Error(message), { info: { number } }), 'EREQUEST');
}

function connectSqlServer(port: number): Promise<unknown> {
  return new mssql.ConnectionPool({
    server: '127.0.0.1',
    port,
    user: 'kanari',
    password: 'kanari',
    connectionTimeout: patience(port),
    options: { encrypt: false },
  }).connect();
}

describe('SQL Server', () => {
  answerCases([
    ['no server', '503 database_unavailable', () => connectSqlServer(closed)],
    ['a server that hangs up', '503 database_unavailable', () => connectSqlServer(hangingUp.port)],
    ['a server that says nothing', '504 database_timeout', () => connectSqlServer(silent.port)],
    [
      'a pool that is not open',
      '503 database_unavailable',
      () => new mssql.ConnectionPool({ server: '127.0.0.1' }).request().query('select 1'),
    ],
    ['no pool', '503 database_unavailable', () => mssql.query('select 1')],
    ['a unique key (2627)', '409 already_exists', () => refuse(2627)],
    ['a unique index (2601)', '409 already_exists', () => refuse(2601)],
    [
      'a reference (547)',
      '409 still_referenced',
      () => refuse(547, 'the REFERENCE constraint "kanari"'),
    ],
    ['a check (547)', '422 value_not_accepted', () => refuse(547, 'the CHECK constraint "kanari"')],
    ['a missing value (515)', '422 value_not_accepted', () => refuse(515)],
    ['a deadlock (1205)', '503 transaction_conflict', () => refuse(1205)],
    ['a wrong statement (102)', '500 undefined', () => refuse(102)],
    [
      'a request that takes too long',
      '504 database_timeout',
      () => {
        throw new mssql.RequestError(new Error('Timeout: kanari'), 'ETIMEOUT');
      },
    ],
    [
      'a unique key (2627), in TypeORM',
      '409 already_exists',
      () => {
        const driverError = new mssql.RequestError(
          Object.assign(new Error('kanari'), { info: { number: 2627 } }),
          'EREQUEST',
        );
        throw new QueryFailedError('insert into kanari', [], driverError);
      },
    ],
  ]);
});

function connectOracle(port: number): Promise<unknown> {
  const address = `(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=${port}))`;
  return oracledb.getConnection({
    user: 'kanari',
    password: 'kanari',
    connectString: `(DESCRIPTION=(TRANSPORT_CONNECT_TIMEOUT=5)${address}(CONNECT_DATA=(SERVICE_NAME=kanari)))`,
  });
}

/** As the driver hands over what the server said. */
function refuseOracle(code: string): never {
  throw Object.assign(new Error(`${code}: kanari`), { code, errorNum: Number(code.slice(4)) });
}

describe('Oracle Database', () => {
  answerCases([
    ['no server', '503 database_unavailable', () => connectOracle(closed)],
    ['a server that hangs up', '503 database_unavailable', () => connectOracle(hangingUp.port)],
    ['a unique key', '409 already_exists', () => refuseOracle('ORA-00001')],
    ['a missing parent', '409 still_referenced', () => refuseOracle('ORA-02291')],
    ['a missing value', '422 value_not_accepted', () => refuseOracle('ORA-01400')],
    ['a deadlock', '503 transaction_conflict', () => refuseOracle('ORA-00060')],
    ['an end of file', '503 database_unavailable', () => refuseOracle('ORA-03113')],
    ['a call that takes too long', '504 database_timeout', () => refuseOracle('NJS-123')],
    ['a wrong statement', '500 undefined', () => refuseOracle('ORA-00942')],
  ]);
});

async function askNeo4j(port: number, scheme = 'bolt'): Promise<void> {
  const driver: Driver = neo4j.driver(`${scheme}://127.0.0.1:${port}`, neo4j.auth.basic('a', 'b'), {
    connectionTimeout: patience(port),
    connectionAcquisitionTimeout: patience(port),
  });
  try {
    await driver.session().run('return 1');
  } finally {
    await driver.close();
  }
}

function refuseNeo4j(code: string, message = 'kanari'): never {
  throw new neo4j.Neo4jError(message, code, '22N80', 'kanari');
}

const CONSTRAINT = 'Neo.ClientError.Schema.ConstraintValidationFailed';

describe('Neo4j', () => {
  answerCases([
    ['no server', '503 database_unavailable', () => askNeo4j(closed)],
    ['no member of a cluster', '503 database_unavailable', () => askNeo4j(closed, 'neo4j')],
    ['a server that hangs up', '503 database_unavailable', () => askNeo4j(hangingUp.port)],
    ['a server that says nothing', '503 database_unavailable', () => askNeo4j(silent.port)],
    [
      'a unique value',
      '409 already_exists',
      () => refuseNeo4j(CONSTRAINT, 'Node(1) already exists'),
    ],
    [
      'a node with relationships',
      '409 still_referenced',
      () => refuseNeo4j(CONSTRAINT, 'Cannot delete node<1>, because it still has relationships.'),
    ],
    [
      'a missing property',
      '422 value_not_accepted',
      () => refuseNeo4j(CONSTRAINT, 'Node(1) with label `A` must have the property `kanari`'),
    ],
    [
      'a deadlock',
      '503 transaction_conflict',
      () => refuseNeo4j('Neo.TransientError.Transaction.DeadlockDetected'),
    ],
    [
      'a lack of memory',
      '503 database_unavailable',
      () => refuseNeo4j('Neo.TransientError.General.OutOfMemoryError'),
    ],
    [
      'a transaction that takes too long',
      '504 database_timeout',
      () => refuseNeo4j('Neo.ClientError.Transaction.TransactionTimedOut'),
    ],
    [
      'a wrong statement',
      '500 undefined',
      () => refuseNeo4j('Neo.ClientError.Statement.SyntaxError'),
    ],
  ]);
});

async function askCassandra(): Promise<void> {
  const client = new cassandra.Client({
    contactPoints: [`127.0.0.1:${closed}`],
    localDataCenter: 'kanari',
  });
  try {
    await client.execute('select 1');
  } finally {
    await client.shutdown();
  }
}

function refuseCassandra(code: number): never {
  throw new cassandra.errors.ResponseError(code, 'kanari');
}

describe('Cassandra', () => {
  const { responseErrorCodes: codes } = cassandra.types;
  answerCases([
    ['no server', '503 dependency_unavailable', askCassandra],
    [
      'too few replicas',
      '503 database_unavailable',
      () => refuseCassandra(codes.unavailableException),
    ],
    [
      'a server with too much to do',
      '503 database_unavailable',
      () => refuseCassandra(codes.overloaded),
    ],
    [
      'a write that takes too long',
      '504 database_timeout',
      () => refuseCassandra(codes.writeTimeout),
    ],
    [
      'a read that takes too long',
      '504 database_timeout',
      () => refuseCassandra(codes.readTimeout),
    ],
    ['a wrong statement', '500 undefined', () => refuseCassandra(codes.syntaxError)],
    [
      'a host that does not answer',
      '504 dependency_timeout',
      () => {
        throw new cassandra.errors.OperationTimedOutError('kanari', '127.0.0.1');
      },
    ],
  ]);
});

/** Without a database: no row is ever found. */
const EMPTY = new Kysely<{ orders: { id: number } }>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A table with two orders in it, the second one of the first. */
async function insertOrder(values: string): Promise<void> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('pragma foreign_keys = on');
  database.run('create table orders (id int primary key, parent int not null references orders)');
  database.run('insert into orders values (1, 1)');
  database.run(`insert into orders values (${values})`);
}

const native = (code: string): Error =>
  Object.assign(new Error('kanari'), { code, severity: 'ERROR' });

describe('Object mappers and query builders', () => {
  answerCases([
    [
      'Kysely: no row',
      '404 record_not_found',
      () => EMPTY.selectFrom('orders').selectAll().executeTakeFirstOrThrow(),
    ],
    [
      'TypeORM: before it is initialized',
      '503 dependency_unavailable',
      () => new DataSource({ type: 'postgres', host: '127.0.0.1', port: closed }).query('select 1'),
    ],
    [
      'Objection: a unique key',
      '409 already_exists',
      () => {
        throw new UniqueViolationError({
          nativeError: native('23505'),
          client: 'postgres',
          table: 'kanari',
          columns: ['kanari'],
          constraint: 'kanari',
        } as never);
      },
    ],
    [
      'Objection: a reference, of a database that nobody knows',
      '409 still_referenced',
      () => {
        throw new ForeignKeyViolationError({
          nativeError: new Error('kanari'),
          client: 'sqlite',
          table: 'kanari',
          constraint: 'kanari',
        } as never);
      },
    ],
    ['sql.js: a unique key', '409 already_exists', () => insertOrder('1, 1')],
    ['sql.js: a missing parent', '409 still_referenced', () => insertOrder('2, 7')],
    ['sql.js: a missing value', '422 value_not_accepted', () => insertOrder('2, null')],
  ]);
});

/** One row, as the client asks for it and its error is thrown. */
async function askPostgrest(code: string, origin = postgrest.origin): Promise<void> {
  const client = new PostgrestClient(origin);
  const { error } = await client.from('orders').insert({ code }).select().single();
  throw error;
}

describe('Supabase', () => {
  answerCases([
    ['a unique key', '409 already_exists', () => askPostgrest('23505')],
    [
      'a unique key, with throwOnError()',
      '409 already_exists',
      () =>
        new PostgrestClient(postgrest.origin)
          .from('orders')
          .insert({ code: '23505' })
          .throwOnError(),
    ],
    ['a missing parent', '409 still_referenced', () => askPostgrest('23503')],
    ['no row where there must be one', '404 record_not_found', () => askPostgrest('PGRST116')],
    ['a database that is down', '503 database_unavailable', () => askPostgrest('PGRST000')],
    ['a pool with nothing left', '504 database_timeout', () => askPostgrest('PGRST003')],
    ['a policy that forbids it', '500 undefined', () => askPostgrest('42501')],
    ['no server', '503 database_unavailable', () => askPostgrest('', `http://127.0.0.1:${closed}`)],
  ]);
});
