import { PGlite } from '@electric-sql/pglite';
import { jest } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import knex from 'knex';
import pg from 'pg';
import postgres from 'postgres';
import { Sequelize } from 'sequelize';
import { DataSource, EntitySchema, OptimisticLockVersionMismatchError } from 'typeorm';
import { closedPort } from './bad-upstream.js';
import { type PostgresqlServer, startPostgresql } from './postgresql-server.js';
import { createPrismaClient, PRISMA_TABLES } from './prisma-client.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

// A database is started.
jest.setTimeout(120_000);

const database = new PGlite();
let server: PostgresqlServer;
let options: { host: string; port: number; user: string; password: string; database: string };

beforeAll(async () => {
  await database.exec(`
    create table parent (id int primary key);
    create table child (
      id int primary key,
      parent int references parent not null,
      name varchar(3) not null check (name <> 'bad'),
      during int4range,
      exclude using gist (during with &&)
    );
    create table flags (value bit(4));
    create table person (age int);
    create view adults as select * from person where age > 17 with check option;
    insert into parent values (1);
    insert into child values (1, 1, 'a', '[1,5)');
    ${PRISMA_TABLES}
  `);
  server = await startPostgresql(database);
  const login = { user: 'postgres', password: 'secret', database: 'postgres' };
  options = { host: '127.0.0.1', port: server.port, ...login };
}, 60_000);

afterAll(async () => {
  server.close();
  await database.close();
});

/** What an error comes to, in one line. */
async function outcome(run: () => unknown): Promise<string> {
  const { error, mapper, through } = await explain(run);
  return `${[...through, error.status].join(' ')} ${String(error.code)} by ${String(mapper)}`;
}

it.each([
  ['a duplicate', 'insert into parent values (1)', '409 already_exists'],
  ['a range that overlaps', "insert into child values (9, 1, 'a', '[2,3)')", '409 already_exists'],
  ['a reference to nothing', "insert into child values (2, 7, 'a')", '409 still_referenced'],
  ['a parent with children', 'delete from parent', '409 still_referenced'],
  ['a missing value', 'insert into child values (2, 1, null)', '422 value_not_accepted'],
  ['a check that fails', "insert into child values (2, 1, 'bad')", '422 value_not_accepted'],
  ['a text too long', "insert into child values (2, 1, 'long')", '422 value_not_accepted'],
  ['a number too large', 'insert into parent values (99999999999)', '422 value_not_accepted'],
  ['a malformed uuid', "select 'x'::uuid", '422 value_not_accepted'],
  ['a malformed date', "select 'x'::date", '422 value_not_accepted'],
  ['a date that is none', "select '2026-02-31'::date", '422 value_not_accepted'],
  [
    'a NUL in text',
    "select E'\\\\x00'::bytea::text || convert_from('\\x00', 'UTF8')",
    '422 value_not_accepted',
  ],
  ['a page before the first', 'select 1 offset -1', '422 value_not_accepted'],
  ['a page of less than nothing', 'select 1 limit -1', '422 value_not_accepted'],
  ['bits that are too few', "insert into flags values ('101')", '422 value_not_accepted'],
  ['a row that its view would not show', 'insert into adults values (7)', '422 value_not_accepted'],
  ['a division by zero', 'select 1 / 0', '500 database_failed'],
  ['a missing table', 'select * from nowhere', '500 database_failed'],
  ['a syntax error', 'selec', '500 database_failed'],
  ['a read-only transaction', 'begin read only; delete from parent', '503 database_unavailable'],
])('%s', async (_what, statement, expected) => {
  const found = await outcome(() => database.exec(statement));
  await database.exec('rollback');
  expect(found).toBe(`${expected} by postgresql`);
});

it.each([
  ['40001', '503 transaction_conflict'],
  ['40P01', '503 transaction_conflict'],
  ['53300', '503 database_unavailable'],
  ['53100', '503 database_full'],
  ['57P01', '503 database_unavailable'],
  ['57P03', '503 database_unavailable'],
  ['08006', '503 database_unavailable'],
  ['57014', '504 database_timeout'],
  ['25P04', '504 database_timeout'],
  ['42501', '500 database_failed'],
  ['28P01', '500 database_failed'],
])('raised by the server: SQLSTATE %s', async (state, expected) => {
  const statement = `do $$ begin raise exception 'x' using errcode = '${state}'; end $$`;
  expect(await outcome(() => database.exec(statement))).toBe(`${expected} by postgresql`);
});

const DUPLICATE = 'insert into parent values (1)';

const QUIET = { warn: () => undefined, error: () => undefined };

/** Clients that are made for one statement, and what their own errors come to beside the server's. */
const CLIENTS = {
  pg: async (statement: string, changed: object = {}) => {
    const client = new pg.Client({ ...options, ...changed });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  },
  'pg’s pool': async (statement: string, changed: object = {}) => {
    const pool = new pg.Pool({ ...options, max: 1, ...changed });
    await pool.query(statement).finally(() => pool.end());
  },
  'postgres.js': async (statement: string, changed: object = {}) => {
    const client = postgres({ ...options, max: 1, fetch_types: false, ...changed });
    await client.unsafe(statement).finally(() => client.end({ timeout: 0 }));
  },
  Knex: async (statement: string, changed: object = {}) => {
    const client = knex({
      client: 'pg',
      connection: { ...options, ...changed },
      pool: { max: 1, min: 0 },
      log: QUIET,
    });
    await client.raw(statement).finally(() => client.destroy());
  },
  TypeORM: async (statement: string, changed: object = {}) => {
    const source = new DataSource({
      type: 'postgres',
      ...options,
      username: options.user,
      installExtensions: false,
      ...changed,
    });
    await source.initialize();
    await source.query(statement).finally(() => source.destroy());
  },
};

const NAMES = Object.keys(CLIENTS) as (keyof typeof CLIENTS)[];

describe.each(NAMES)('%s, with a server', (name) => {
  it.each([
    [DUPLICATE, '409 already_exists by postgresql'],
    ["select 'x'::uuid", '422 value_not_accepted by postgresql'],
    ['selec', '500 database_failed by postgresql'],
  ])('that refuses %s', async (statement, expected) => {
    expect(await outcome(() => CLIENTS[name](statement))).toBe(expected);
  });

  it('that is down', async () => {
    const port = await closedPort();
    expect(await outcome(() => CLIENTS[name]('select 1', { port }))).toBe(
      '503 dependency_unavailable by system',
    );
  });
});

describe('a connection', () => {
  const lost = '503 database_unavailable by driver-connections';

  it.each(['pg', 'postgres.js'] as const)('that ends while %s waits', async (name) => {
    expect(await outcome(() => CLIENTS[name]('select 1 as leave'))).toBe(lost);
  });

  it('that pg waits for too long', async () => {
    const pool = new pg.Pool({ ...options, max: 1 });
    const taken = await pool.connect();
    pool.options.connectionTimeoutMillis = 50;
    expect(await outcome(() => pool.connect())).toBe(lost);
    taken.release();
    await pool.end();
    expect(await outcome(() => pool.query('select 1'))).toBe(lost);
  });

  it('on which pg gets no answer in time', async () => {
    const failing = () => CLIENTS.pg('select 1 as hang', { query_timeout: 50 });
    expect(await outcome(failing)).toBe('504 database_timeout by driver-connections');
  });

  it('that Knex waits for too long', async () => {
    const client = knex({
      client: 'pg',
      connection: options,
      pool: { max: 1, min: 0 },
      // The transaction gets its connection within it too, on a busy machine as well.
      acquireConnectionTimeout: 2000,
      log: QUIET,
    });
    const transaction = await client.transaction();
    expect(await outcome(() => client.raw('select 1'))).toBe(lost);
    await transaction.rollback();
    await client.destroy();
  });
});

it('is found inside what Drizzle wraps it in', async () => {
  const orm = drizzle(database);
  const found = await outcome(() => orm.execute(sql`insert into parent values (1)`));
  expect(found).toBe('cause 409 already_exists by postgresql');
});

it('is found beside what Sequelize knows itself', async () => {
  const sequelize = new Sequelize({
    ...options,
    dialect: 'postgres',
    dialectModule: pg,
    username: options.user,
    logging: false,
  });
  const run = (statement: string) => outcome(() => sequelize.query(statement));
  expect(await run(DUPLICATE)).toBe('409 already_exists by object-mappers');
  expect(await run("select 'x'::uuid")).toBe('original 422 value_not_accepted by postgresql');
  await sequelize.close();
});

describe('TypeORM', () => {
  const Parent = new EntitySchema<{ id: number }>({
    name: 'parent',
    columns: { id: { type: 'int', primary: true } },
  });

  it('knows what is not there, and what was changed meanwhile', async () => {
    const source = new DataSource({
      type: 'postgres',
      ...options,
      username: options.user,
      entities: [Parent],
      installExtensions: false,
    });
    await source.initialize();
    const parents = source.getRepository(Parent);
    expect(await outcome(() => parents.insert({ id: 1 }))).toBe('409 already_exists by postgresql');
    expect(await outcome(() => parents.findOneByOrFail({ id: 99 }))).toBe(
      '404 record_not_found by object-mappers',
    );
    await source.destroy();
    const stale = () => {
      throw new OptimisticLockVersionMismatchError('parent', 1, 2);
    };
    expect(await outcome(stale)).toBe('409 changed_meanwhile by object-mappers');
  });
});

describe('Prisma', () => {
  const client = createPrismaClient(database);

  afterAll(() => client.$disconnect());

  it.each<[string, () => unknown, string]>([
    ['a duplicate', () => client.parent.create({ data: { id: 1 } }), '409 already_exists'],
    [
      'a reference to nothing',
      () => client.child.create({ data: { id: 1, parentId: 7 } }),
      '409 still_referenced',
    ],
    [
      'a record that is not there',
      () => client.parent.findUniqueOrThrow({ where: { id: 99 } }),
      '404 record_not_found',
    ],
    [
      'a record to change that is not there',
      () => client.parent.update({ where: { id: 99 }, data: { mail: 'x' } }),
      '404 record_not_found',
    ],
    [
      'a number too large',
      () => client.parent.create({ data: { id: 99_999_999_999 } }),
      '422 value_not_accepted',
    ],
    [
      'a text too long',
      () => client.parent.create({ data: { id: 2, mail: 'too long' } }),
      '422 value_not_accepted',
    ],
    [
      'a duplicate, in SQL',
      () => client.$executeRawUnsafe('insert into parent values (1)'),
      '409 already_exists',
    ],
    [
      'a rule that Prisma has no word for',
      () => client.parent.create({ data: { id: 66 } }),
      '422 value_not_accepted',
    ],
    ['a syntax error, in SQL', () => client.$executeRawUnsafe('selec'), '500 database_failed'],
    [
      'a query that its schema does not know',
      () => client.parent.create({ data: { id: 'x' } }),
      '500 database_failed',
    ],
  ])('%s', async (_what, run, expected) => {
    expect(await outcome(run)).toBe(`${expected} by prisma`);
  });

  it('a transaction that takes longer than it may', async () => {
    const failing = () =>
      client.$transaction(
        async (inside) => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          await inside.$executeRawUnsafe('select 1');
        },
        { timeout: 20 },
      );
    expect(await outcome(failing)).toBe('503 transaction_conflict by prisma');
  });
});

describe.each(FRAMEWORKS)('leaves $framework', ({ throwing }) => {
  it.each<[string, () => unknown, object]>([
    ['PGlite', () => database.exec(DUPLICATE), { code: '23505', table: 'parent' }],
    ['pg', () => CLIENTS.pg(DUPLICATE), { code: '23505', table: 'parent' }],
    ['Knex', () => CLIENTS.Knex(DUPLICATE), { code: '23505', table: 'parent' }],
    ['TypeORM', () => CLIENTS.TypeORM(DUPLICATE), { query: DUPLICATE }],
    [
      'Prisma',
      () => createPrismaClient(database).parent.create({ data: { id: 1 } }),
      { code: 'P2002' },
    ],
  ])('as 409, telling nothing of the table: %s', async (_name, raise, reported) => {
    const served = await throwing(raise);
    const { status, text, problem } = await ask(served.url);
    await served.close();
    expect([status, problem.code]).toEqual([409, 'already_exists']);
    expect(text.replace(/urn:uuid:[\da-f-]{36}/g, '')).not.toMatch(
      /parent|pkey|insert|23505|P2002|prisma/i,
    );
    expect(served.reports[0]?.error).toMatchObject(reported);
  });
});
