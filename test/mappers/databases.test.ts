import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { explainMapping } from '@faultless/core';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import mongoose from 'mongoose';
import { ConnectionRefusedError, UniqueConstraintError } from 'sequelize';
import { explain, thrownBy } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

const run = promisify(execFile);

/** What an error comes to, in one line. */
function outcome({ error, mapper }: ReturnType<typeof explainMapping>): string {
  return `${error.status} ${String(error.code)} by ${String(mapper)}`;
}

describe('PostgreSQL', () => {
  const database = new PGlite();

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
      insert into parent values (1);
      insert into child values (1, 1, 'a', '[1,5)');
    `);
  }, 60_000);

  afterAll(() => database.close());

  it.each([
    ['a duplicate', 'insert into parent values (1)', '409 already_exists'],
    [
      'a range that overlaps',
      "insert into child values (9, 1, 'a', '[2,3)')",
      '409 already_exists',
    ],
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
    ['a division by zero', 'select 1 / 0', '500 database_failed'],
    ['a missing table', 'select * from nowhere', '500 database_failed'],
    ['a syntax error', 'selec', '500 database_failed'],
    ['a read-only transaction', 'begin read only; delete from parent', '503 database_unavailable'],
  ])('%s', async (_what, statement, expected) => {
    const mapping = await explain(() => database.exec(statement));
    await database.exec('rollback');
    expect(outcome(mapping)).toBe(`${expected} by postgresql`);
  });

  it.each([
    ['40001', '503 transaction_conflict'],
    ['40P01', '503 transaction_conflict'],
    ['53300', '503 database_unavailable'],
    ['53100', '507 database_full'],
    ['57P01', '503 database_unavailable'],
    ['57P03', '503 database_unavailable'],
    ['08006', '503 database_unavailable'],
    ['57014', '504 database_timeout'],
    ['42501', '500 database_failed'],
    ['28P01', '500 database_failed'],
  ])('raised by the server: SQLSTATE %s', async (state, expected) => {
    const mapping = await explain(() =>
      database.exec(`do $$ begin raise exception 'x' using errcode = '${state}'; end $$`),
    );
    expect(outcome(mapping)).toBe(`${expected} by postgresql`);
  });

  it('is found inside what Drizzle wraps it in', async () => {
    const orm = drizzle(database);
    const mapping = await explain(() => orm.execute(sql`insert into parent values (1)`));
    expect(outcome(mapping)).toBe('409 already_exists by postgresql');
    expect(mapping.through).toEqual(['cause']);
  });

  it.each(FRAMEWORKS)(
    'leaves $framework as 409, telling nothing of the table',
    async ({ throwing }) => {
      const served = await throwing(() => database.exec('insert into parent values (1)'));
      const { status, text, problem } = await ask(served.url);
      await served.close();
      expect([status, problem.code]).toEqual([409, 'already_exists']);
      expect(text).not.toMatch(/parent|pkey|insert|23505/);
      expect(served.reports[0]?.error).toMatchObject({ code: '23505', table: 'parent' });
    },
  );
});

describe('SQLite', () => {
  it.each([
    ['insert into t values (1, 1)', 409, 'already_exists'],
    ['insert into t values (2, 7)', 409, 'still_referenced'],
    ['insert into t values (3, null)', 422, 'value_not_accepted'],
    ['selec', 500, 'database_failed'],
  ])(
    'as node:sqlite says it: %s',
    async (statement, status, code) => {
      const program = `
      import { DatabaseSync } from 'node:sqlite';
      const database = new DatabaseSync(':memory:');
      database.exec('create table t (a int primary key, b int not null references t)');
      database.exec('insert into t values (1, 1)');
      try { database.exec(${JSON.stringify(statement)}); } catch (error) {
        const { explainMapping } = await import(${JSON.stringify(coreEntry())});
        const { error: { status, code } } = explainMapping(error);
        console.log(JSON.stringify({ status, code }));
      }`;
      const args = ['-y', 'node@24.21.0', '--no-warnings', '--input-type=module', '-e', program];
      const { stdout } = await run('npx', args);
      expect(JSON.parse(stdout)).toEqual({ status, code });
    },
    60_000,
  );

  it('as better-sqlite3 documents it', () => {
    const error = Object.assign(new Error('UNIQUE constraint failed: users.email'), {
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(outcome(explainMapping(error))).toBe('409 already_exists by sqlite');
  });
});

describe('Sequelize', () => {
  it('is asked before the driver inside', () => {
    const parent = Object.assign(new Error('dup'), { sql: 'insert' });
    expect(outcome(explainMapping(new UniqueConstraintError({ parent, errors: [] })))).toBe(
      '409 already_exists by object-mappers',
    );
    expect(outcome(explainMapping(new ConnectionRefusedError(parent)))).toBe(
      '503 database_unavailable by object-mappers',
    );
  });
});

describe('mongoose', () => {
  const Order = mongoose.model('Order', new mongoose.Schema({ total: Number }));

  it('refuses a value that it can not cast', async () => {
    const failed = await thrownBy(() => Order.findById({ not: 'an id' }).exec());
    expect(outcome(explainMapping(failed))).toBe('422 validation_failed by mongoose');
  });

  it('refuses a document that does not validate', async () => {
    const failed = await thrownBy(() => new Order({ total: 'none' }).validate());
    expect(outcome(explainMapping(failed))).toBe('422 validation_failed by mongoose');
  });

  it('is unavailable without a server', async () => {
    const mapping = await explain(() =>
      mongoose
        .createConnection('mongodb://127.0.0.1:1/x', { serverSelectionTimeoutMS: 50 })
        .asPromise(),
    );
    expect(outcome(mapping)).toBe('503 database_unavailable by mongodb');
  });

  it('knows a duplicate key by the number of the server', () => {
    const error = new mongoose.mongo.MongoServerError({ message: 'E11000 dup key', code: 11000 });
    expect(outcome(explainMapping(error))).toBe('409 already_exists by mongodb');
  });
});

describe('what drivers document', () => {
  it.each<[string, object, string]>([
    [
      'mysql2, duplicate',
      { code: 'ER_DUP_ENTRY', errno: 1062, sqlState: '23000' },
      '409 already_exists by mysql',
    ],
    [
      'mysql2, deadlock',
      { code: 'ER_LOCK_DEADLOCK', errno: 1213, sqlState: '40001' },
      '503 transaction_conflict by mysql',
    ],
    [
      'mysql2, syntax',
      { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' },
      '500 database_failed by mysql',
    ],
    [
      'mysql2, lost',
      { code: 'PROTOCOL_CONNECTION_LOST', fatal: true },
      '503 database_unavailable by mysql',
    ],
    [
      'Prisma, duplicate',
      { name: 'PrismaClientKnownRequestError', code: 'P2002', clientVersion: '6.0.0' },
      '409 already_exists by prisma',
    ],
    [
      'Prisma, not found',
      { name: 'PrismaClientKnownRequestError', code: 'P2025', clientVersion: '6.0.0' },
      '404 record_not_found by prisma',
    ],
    [
      'Prisma, no server',
      { name: 'PrismaClientInitializationError', errorCode: 'P1001', clientVersion: '6.0.0' },
      '503 database_unavailable by prisma',
    ],
    [
      'TypeORM, not found',
      { name: 'EntityNotFoundError', entityClass: 'Order', criteria: {} },
      '404 record_not_found by object-mappers',
    ],
  ])('%s', (_what, shape, expected) => {
    expect(outcome(explainMapping(Object.assign(new Error('x'), shape)))).toBe(expected);
  });
});

function coreEntry(): string {
  return new URL('../../packages/core/dist/esm/index.js', import.meta.url).href;
}
