import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { explainMapping } from '@faultless/core';
import { jest } from '@jest/globals';
import mongoose from 'mongoose';
import { ConnectionRefusedError, DataTypes, Sequelize, UniqueConstraintError } from 'sequelize';
import { explain, thrownBy } from './raise.js';

// A database is started.
jest.setTimeout(120_000);

const run = promisify(execFile);

/** What an error comes to, in one line. */
function outcome({ error, mapper }: ReturnType<typeof explainMapping>): string {
  return `${error.status} ${String(error.code)} by ${String(mapper)}`;
}

describe('SQLite', () => {
  it('as node:sqlite says it', async () => {
    const statements = [
      'insert into t values (1, 1)',
      'insert into t values (2, 7)',
      'insert into t values (3, null)',
      'insert into t values (4, 1, 1)',
      'selec',
    ];
    const program = `
      import { DatabaseSync } from 'node:sqlite';
      const { explainMapping } = await import(${JSON.stringify(coreEntry())});
      const database = new DatabaseSync(':memory:');
      database.exec('create table t (a int primary key, b int not null references t)');
      database.exec('insert into t values (1, 1)');
      const found = ${JSON.stringify(statements)}.map((statement) => {
        try { database.exec(statement); } catch (error) {
          const { error: { status, code }, mapper } = explainMapping(error);
          return status + ' ' + code + ' by ' + mapper;
        }
      });
      console.log(JSON.stringify(found));`;
    const args = ['-y', 'node@24.21.0', '--no-warnings', '--input-type=module', '-e', program];
    const { stdout } = await run('npx', args);
    expect(JSON.parse(stdout)).toEqual([
      '409 already_exists by sqlite',
      '409 still_referenced by sqlite',
      '422 value_not_accepted by sqlite',
      '500 database_failed by sqlite',
      '500 database_failed by sqlite',
    ]);
  });

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

describe('Sequelize without a database', () => {
  const Line = new Sequelize({ dialect: 'postgres', logging: false }).define('Line', {
    count: { type: DataTypes.INTEGER, allowNull: false },
  });

  it('refuses many records for what is wrong with the first', async () => {
    const mapping = await explain(() => Line.bulkCreate([{}, {}], { validate: true }));
    expect(outcome(mapping)).toBe('422 validation_failed by sequelize');
    expect(mapping.error.extensions).toEqual({
      errors: [{ detail: { key: 'member_missing' }, pointer: '#/count', code: 'is_null' }],
    });
  });
});

describe('mongoose', () => {
  const Order = new mongoose.Mongoose().model('Order', new mongoose.Schema({ total: Number }));

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

  it('is unavailable when an operation has waited in vain for a connection', async () => {
    const Patient = new mongoose.Mongoose().model(
      'Patient',
      new mongoose.Schema({ name: String }, { bufferTimeoutMS: 20 }),
    );
    expect(outcome(await explain(() => Patient.find()))).toBe(
      '503 database_unavailable by mongodb',
    );
  });

  it('refuses a text that is no ObjectId', async () => {
    expect(outcome(await explain(() => new mongoose.Types.ObjectId('4711')))).toBe(
      '422 value_not_accepted by mongodb',
    );
    expect(outcome(await explain(() => mongoose.mongo.BSON.deserialize(Buffer.alloc(3))))).toBe(
      '500 undefined by undefined',
    );
  });

  it('knows a duplicate key by the number of the server', () => {
    const error = new mongoose.mongo.MongoServerError({ message: 'E11000 dup key', code: 11000 });
    expect(outcome(explainMapping(error))).toBe('409 already_exists by mongodb');
  });
});

function coreEntry(): string {
  return new URL('../../packages/core/dist/index.js', import.meta.url).href;
}
