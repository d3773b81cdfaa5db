import { createClient } from '@redis/client';
import cassandra from 'cassandra-driver';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import mssql from 'mssql';
import neo4j from 'neo4j-driver';
import nodemailer from 'nodemailer';
import oracledb from 'oracledb';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { closedPort } from '../bad-upstream.js';
import { startRedis, startSmtp } from '../tcp-server.js';
import type { Sample } from './sample.js';

async function askRedis(key: string): Promise<void> {
  const server = await startRedis();
  const client = new Redis(server.port, '127.0.0.1', { enableReadyCheck: false });
  client.on('error', () => undefined);
  try {
    await client.get(key);
  } finally {
    client.disconnect();
    server.close();
  }
}

async function connectOracle(): Promise<void> {
  const address = `(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=${await closedPort()}))`;
  await oracledb.getConnection({
    user: 'secret-user',
    password: 'secret',
    connectString: `(DESCRIPTION=${address}(CONNECT_DATA=(SERVICE_NAME=secret)))`,
  });
}

async function sendMail(from: string): Promise<void> {
  const { port, close } = await startSmtp();
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    await transport.sendMail({ from, to: 'secret@example.com', text: 'x' });
  } finally {
    close();
  }
}

const EMPTY = new Kysely<{ orders: { id: number } }>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

const raising = (make: () => unknown) => () => {
  throw make();
};

export const SAMPLES: readonly Sample[] = [
  { mapper: 'redis', what: 'starting', raise: () => askRedis('LOADING x') },
  { mapper: 'redis', what: 'misused', raise: () => askRedis('WRONGTYPE x') },
  {
    mapper: 'sql-server',
    what: 'duplicate',
    raise: raising(() => {
      const info = { number: 2627, procName: 'secret', serverName: 'secret-host' };
      return new mssql.RequestError(Object.assign(new Error('x'), { info }), 'EREQUEST');
    }),
  },
  {
    mapper: 'sql-server',
    what: 'no pool',
    raise: () => mssql.query('select 1'),
  },
  { mapper: 'oracle', what: 'no server', raise: connectOracle },
  {
    mapper: 'neo4j',
    what: 'duplicate',
    raise: raising(
      () =>
        new neo4j.Neo4jError(
          'Node(1) already exists',
          'Neo.ClientError.Schema.ConstraintValidationFailed',
          '22N80',
          'x',
        ),
    ),
  },
  {
    mapper: 'cassandra',
    what: 'too few replicas',
    raise: raising(() => new cassandra.errors.ResponseError(0x1000, 'x')),
  },
  {
    mapper: 'postgrest',
    what: 'duplicate',
    raise: raising(() => ({
      code: '23505',
      details: 'Key (mail)=(x) already exists.',
      hint: null,
      message: 'duplicate key value violates unique constraint "x"',
    })),
  },
  {
    mapper: 'object-mappers',
    what: 'Kysely, no row',
    raise: () => EMPTY.selectFrom('orders').selectAll().executeTakeFirstOrThrow(),
  },
  { mapper: 'smtp', what: 'for the moment', raise: () => sendMail('RCPT-450@example.com') },
  { mapper: 'smtp', what: 'for good', raise: () => sendMail('DOT-554@example.com') },
  {
    mapper: 'rate-limiter-flexible',
    // Nothing in it is a text.
    raise: async () => {
      const limiter = new RateLimiterMemory({ points: 0, duration: 7 });
      await limiter.consume('secret').catch((count: unknown) => {
        throw Object.assign(count as object, { key: 'secret' });
      });
    },
  },
  {
    mapper: 'kinds',
    what: 'node-redis, not connected',
    raise: () => createClient().get('x'),
  },
  {
    mapper: 'kinds',
    what: 'kafkajs, not connected',
    raise: () =>
      new Kafka({ brokers: ['secret-host:1'], logLevel: logLevel.NOTHING })
        .producer()
        .send({ topic: 'x', messages: [{ value: 'x' }] }),
  },
];
