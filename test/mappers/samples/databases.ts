import runtime from '@prisma/client/runtime/client';
import mongoose from 'mongoose';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { ConnectionRefusedError, UniqueConstraintError } from 'sequelize';
import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { startMysql } from '../mysql-server.js';
import { thrownBy } from '../raise.js';
import type { Sample } from './sample.js';

const { PrismaClientInitializationError, PrismaClientKnownRequestError } = runtime;

/** A statement that a server refuses, by the number that it gives. */
async function failMysql(number: number): Promise<void> {
  const { port, close } = await startMysql();
  const login = { user: 'secret-user', database: 'secret-db' };
  const connection = await mysql.createConnection({ host: '127.0.0.1', port, ...login });
  try {
    await connection.query(`fail ${number} insert into orders values ('x')`);
  } finally {
    connection.destroy();
    close();
  }
}

/** As the library documents it; it needs a server, or another version of Node. */
const documented = (
  mapper: Sample['mapper'],
  what: string,
  shape: Readonly<Record<string, unknown>>,
): Sample => ({
  mapper,
  what,
  raise: () => {
    throw Object.assign(new Error('x'), shape);
  },
});

/** All the fields that PostgreSQL's protocol has; a server fills in some (databases.test.ts has one). */
const POSTGRESQL = {
  name: 'error',
  severity: 'ERROR',
  detail: 'Key (mail)=(x) already exists.',
  hint: 'x',
  position: '1',
  internalPosition: '1',
  internalQuery: 'select 1',
  where: 'x',
  schema: 'public',
  table: 'orders',
  column: 'mail',
  dataType: 'text',
  constraint: 'orders_mail_key',
  file: 'nbtinsert.c',
  line: '666',
  routine: '_bt_check_unique',
  query: 'insert into orders',
};

export const SAMPLES: readonly Sample[] = [
  documented('postgresql', 'duplicate', { ...POSTGRESQL, code: '23505' }),
  documented('postgresql', 'check', { ...POSTGRESQL, code: '23514' }),
  documented('postgresql', 'syntax', { ...POSTGRESQL, code: '42601' }),
  { mapper: 'mysql', what: 'duplicate', raise: () => failMysql(1062) },
  { mapper: 'mysql', what: 'syntax', raise: () => failMysql(1064) },
  {
    mapper: 'mysql',
    what: 'duplicate, in TypeORM',
    raise: async () => {
      const error = (await thrownBy(() => failMysql(1062))) as Error;
      throw new QueryFailedError('insert into orders', ['x'], error);
    },
  },
  {
    mapper: 'driver-connections',
    what: 'pg',
    raise: async () => {
      const pool = new pg.Pool({ host: 'secret-host' });
      await pool.end();
      await pool.query('select 1');
    },
  },
  documented('driver-connections', 'postgres.js', {
    code: 'CONNECTION_CLOSED',
    errno: 'CONNECTION_CLOSED',
    address: 'secret-host',
    port: 5432,
  }),
  documented('sqlite', 'duplicate', { name: 'SqliteError', code: 'SQLITE_CONSTRAINT_UNIQUE' }),
  documented('sqlite', 'as Node says it', {
    code: 'ERR_SQLITE_ERROR',
    errcode: 2067,
    errstr: 'constraint failed',
  }),
  {
    mapper: 'mongodb',
    what: 'duplicate',
    raise: () => {
      const fields = { keyValue: { mail: 'x' }, keyPattern: { mail: 1 } };
      throw new mongoose.mongo.MongoServerError({ message: 'x', code: 11000, ...fields });
    },
  },
  {
    mapper: 'prisma',
    what: 'duplicate',
    raise: () => {
      const meta = { modelName: 'Order', target: ['mail'] };
      throw new PrismaClientKnownRequestError('x', { code: 'P2002', clientVersion: '7', meta });
    },
  },
  {
    mapper: 'prisma',
    what: 'raw query',
    raise: () => {
      const cause = { originalCode: '23505', originalMessage: 'Key (mail)=(x) already exists.' };
      const meta = { driverAdapterError: { name: 'DriverAdapterError', cause } };
      throw new PrismaClientKnownRequestError('x', { code: 'P2010', clientVersion: '7', meta });
    },
  },
  {
    mapper: 'prisma',
    what: 'no server',
    raise: () => {
      throw new PrismaClientInitializationError('x', '7', 'P1001');
    },
  },
  {
    mapper: 'object-mappers',
    what: 'Sequelize, duplicate',
    raise: () => {
      const parent = Object.assign(new Error('x'), { sql: 'insert', detail: 'x' });
      throw new UniqueConstraintError({ parent, fields: { mail: 'x' }, errors: [] });
    },
  },
  {
    mapper: 'object-mappers',
    what: 'Sequelize, no server',
    raise: () => {
      throw new ConnectionRefusedError(new Error('x'));
    },
  },
  {
    mapper: 'object-mappers',
    what: 'TypeORM',
    raise: () => {
      throw new EntityNotFoundError('Order', { mail: 'x' });
    },
  },
];
