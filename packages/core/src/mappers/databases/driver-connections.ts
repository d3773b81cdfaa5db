import { readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

type Table = Readonly<Record<string, DatabaseAnswer | undefined>>;

/** mysql and mysql2, postgres.js. */
const CODES: Table = {
  POOL_CLOSED: 'database_unavailable',
  POOL_CONNLIMIT: 'database_unavailable',
  POOL_ENQUEUELIMIT: 'database_unavailable',
  POOL_NONEONLINE: 'database_unavailable',
  PROTOCOL_CONNECTION_LOST: 'database_unavailable',
  PROTOCOL_ENQUEUE_AFTER_DESTROY: 'database_unavailable',
  PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR: 'database_unavailable',
  PROTOCOL_SEQUENCE_TIMEOUT: 'database_timeout',
  CONNECTION_CLOSED: 'database_unavailable',
  CONNECTION_DESTROYED: 'database_unavailable',
  CONNECTION_ENDED: 'database_unavailable',
  CONNECT_TIMEOUT: 'database_unavailable',
};

/** pg and pg-pool, mysql2: these errors have nothing but a message. */
const MESSAGES: Table = {
  'Cannot use a pool after calling end on the pool': 'database_unavailable',
  'Client has encountered a connection error and is not queryable': 'database_unavailable',
  'Client was closed and is not queryable': 'database_unavailable',
  'Connection terminated': 'database_unavailable',
  'Connection terminated due to connection timeout': 'database_unavailable',
  'Connection terminated unexpectedly': 'database_unavailable',
  'timeout expired': 'database_unavailable',
  'timeout exceeded when trying to connect': 'database_unavailable',
  'Query read timeout': 'database_timeout',
  "Can't add new command when connection is in closed state": 'database_unavailable',
  "Can't write in closed state": 'database_unavailable',
  'No connections available.': 'database_unavailable',
  'Pool is closed.': 'database_unavailable',
  'Queue limit reached.': 'database_unavailable',
};

/**
 * What drivers and their pools say of connections that are lost, closed or all taken. The database
 * has no part in these errors, so they have none of its codes.
 *
 * @see https://github.com/brianc/node-postgres (pg 8.23, pg-pool), https://github.com/porsager/postgres (3.4), https://github.com/sidorares/node-mysql2 (3.24), https://github.com/knex/knex (3.3)
 */
export const driverConnections = defineMapper({
  name: 'driver-connections',
  libraries: 'pg, postgres.js, mysql, mysql2, Knex: lost connections, full pools, time limits',
  match: {
    code: Object.keys(CODES),
    name: ['KnexTimeoutError'],
    message: Object.keys(MESSAGES),
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name, code }, { answer }) {
    const message = readText(thrown, 'message');
    if (name === 'KnexTimeoutError') {
      const waiting = message.startsWith('Knex: Timeout acquiring a connection');
      return answer(waiting ? 'database_unavailable' : 'database_timeout');
    }
    const known = (code === undefined ? MESSAGES : CODES)[code ?? message];
    return known && answer(known);
  },
});
