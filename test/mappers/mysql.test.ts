import { jest } from '@jest/globals';
import knex from 'knex';
import mysql from 'mysql2/promise';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';
import { closedPort } from './bad-upstream.js';
import { type MysqlServer, startMysql } from './mysql-server.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

// A database is started.
jest.setTimeout(120_000);

let server: MysqlServer;
let options: { host: string; port: number; user: string; database: string };

beforeAll(async () => {
  server = await startMysql();
  options = { host: '127.0.0.1', port: server.port, user: 'secret-user', database: 'secret-db' };
});

afterAll(() => {
  server.close();
});

/** What an error comes to, in one line. */
async function outcome(run: () => unknown): Promise<string> {
  const { error, mapper, through } = await explain(run);
  return `${[...through, error.status].join(' ')} ${String(error.code)} by ${String(mapper)}`;
}

/** Runs something on a connection of its own. */
async function connected<Result>(
  run: (connection: mysql.Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await mysql.createConnection(options);
  try {
    return await run(connection);
  } finally {
    connection.destroy();
  }
}

const NUMBERS: readonly [number: number, what: string, expected: string][] = [
  [1062, 'ER_DUP_ENTRY', '409 already_exists'],
  [1451, 'ER_ROW_IS_REFERENCED_2', '409 still_referenced'],
  [1452, 'ER_NO_REFERENCED_ROW_2', '409 still_referenced'],
  [1048, 'ER_BAD_NULL_ERROR', '422 value_not_accepted'],
  [1406, 'ER_DATA_TOO_LONG', '422 value_not_accepted'],
  [1690, 'ER_DATA_OUT_OF_RANGE', '422 value_not_accepted'],
  [3819, 'ER_CHECK_CONSTRAINT_VIOLATED', '422 value_not_accepted'],
  [1205, 'ER_LOCK_WAIT_TIMEOUT', '503 transaction_conflict'],
  [1213, 'ER_LOCK_DEADLOCK', '503 transaction_conflict'],
  [1040, 'ER_CON_COUNT_ERROR', '503 database_unavailable'],
  [1053, 'ER_SERVER_SHUTDOWN', '503 database_unavailable'],
  [3024, 'ER_QUERY_TIMEOUT', '504 database_timeout'],
  [1114, 'ER_RECORD_FILE_FULL', '503 database_full'],
  [1064, 'ER_PARSE_ERROR', '500 database_failed'],
  [1142, 'ER_TABLEACCESS_DENIED_ERROR', '500 database_failed'],
  [1146, 'ER_NO_SUCH_TABLE', '500 database_failed'],
  [9999, 'unheard of', '500 database_failed'],
];

describe('mysql2', () => {
  it.each(NUMBERS)('passes on %d %s', async (number, _name, expected) => {
    const failing = () => connected((connection) => connection.query(`fail ${number}`));
    expect(await outcome(failing)).toBe(`${expected} by mysql`);
  });

  it('passes them on of prepared statements too', async () => {
    const failing = () => connected((connection) => connection.execute('fail 1062'));
    expect(await outcome(failing)).toBe('409 already_exists by mysql');
  });

  it('loses a connection, and knows it ever after', async () => {
    await connected(async (connection) => {
      const lost = '503 database_unavailable by driver-connections';
      expect(await outcome(() => connection.query('leave'))).toBe(lost);
      expect(await outcome(() => connection.query('select 1'))).toBe(lost);
    });
  });

  it('waits no longer than it may', async () => {
    const failing = () => connected((connection) => connection.query({ sql: 'hang', timeout: 50 }));
    expect(await outcome(failing)).toBe('504 database_timeout by driver-connections');
  });

  it.each([
    ['all taken', { connectionLimit: 1, waitForConnections: false }],
    ['all taken, and others waiting for them', { connectionLimit: 1, queueLimit: 1 }],
  ])('has a pool whose connections are %s', async (_what, limits) => {
    const pool = mysql.createPool({ ...options, ...limits });
    const taken = await pool.getConnection();
    const waiting = pool.getConnection().catch(() => undefined);
    const failing = () => pool.getConnection();
    expect(await outcome(failing)).toBe('503 database_unavailable by driver-connections');
    taken.destroy();
    await pool.end();
    await waiting;
  });

  it('has a pool that is closed', async () => {
    const pool = mysql.createPool(options);
    await pool.end();
    const failing = () => pool.query('select 1');
    expect(await outcome(failing)).toBe('503 database_unavailable by driver-connections');
  });

  it('finds no server', async () => {
    const port = await closedPort();
    const failing = () => mysql.createConnection({ ...options, port });
    expect(await outcome(failing)).toBe('503 dependency_unavailable by system');
  });
});

describe('beneath', () => {
  it('Knex', async () => {
    const database = knex({ client: 'mysql2', connection: { ...options }, version: '8.4.0' });
    expect(await outcome(() => database.raw('fail 1062'))).toBe('409 already_exists by mysql');
    await database.destroy();
  });

  it('TypeORM', async () => {
    const source = new DataSource({ type: 'mysql', ...options, username: options.user });
    await source.initialize();
    expect(await outcome(() => source.query('fail 1213'))).toBe(
      '503 transaction_conflict by mysql',
    );
    await source.destroy();
  });

  it.each([
    [1062, '409 already_exists by object-mappers'],
    [1451, '409 still_referenced by object-mappers'],
    [1213, 'original 503 transaction_conflict by mysql'],
  ])('Sequelize: %d', async (number, expected) => {
    const sequelize = new Sequelize({
      ...options,
      dialect: 'mysql',
      dialectModule: (await import('mysql2')).default,
      username: options.user,
      logging: false,
    });
    expect(await outcome(() => sequelize.query(`fail ${number}`))).toBe(expected);
    await sequelize.close();
  });
});

it.each(FRAMEWORKS)(
  'leaves $framework as 409, telling nothing of the database',
  async ({ throwing }) => {
    const served = await throwing(() =>
      connected((connection) => connection.query("fail 1062 'kanari' for key 'orders.mail'")),
    );
    const { status, text, problem } = await ask(served.url);
    await served.close();
    expect([status, problem.code]).toEqual([409, 'already_exists']);
    expect(text.replace(/urn:uuid:[\da-f-]{36}/g, '')).not.toMatch(
      /kanari|orders|secret|ER_DUP|1062/,
    );
    expect(served.reports[0]?.error).toMatchObject({ code: 'ER_DUP_ENTRY', errno: 1062 });
  },
);
