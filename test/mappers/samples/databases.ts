import mongoose from 'mongoose';
import { ConnectionRefusedError, UniqueConstraintError } from 'sequelize';
import type { Sample } from './sample.js';

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
  documented('mysql', 'duplicate', {
    code: 'ER_DUP_ENTRY',
    errno: 1062,
    sqlState: '23000',
    sqlMessage: "Duplicate entry 'x' for key 'orders.id'",
    sql: 'insert into orders',
  }),
  documented('mysql', 'syntax', {
    code: 'ER_PARSE_ERROR',
    errno: 1064,
    sqlState: '42000',
    sqlMessage: 'You have an error in your SQL syntax',
    sql: 'selec',
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
  documented('prisma', 'duplicate', {
    name: 'PrismaClientKnownRequestError',
    code: 'P2002',
    clientVersion: '6.0.0',
    meta: { modelName: 'Order', target: ['mail'] },
  }),
  documented('prisma', 'no server', {
    name: 'PrismaClientInitializationError',
    errorCode: 'P1001',
    clientVersion: '6.0.0',
  }),
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
  documented('object-mappers', 'TypeORM', {
    name: 'EntityNotFoundError',
    entityClass: 'Order',
    criteria: { mail: 'x' },
  }),
];
