import { readText } from '../../values/read-property.js';
import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/** mysql and mysql2, postgres.js. */
const CODES = byCode<DatabaseAnswer>({
  database_unavailable:
    'POOL_CLOSED POOL_CONNLIMIT POOL_ENQUEUELIMIT POOL_NONEONLINE PROTOCOL_CONNECTION_LOST PROTOCOL_ENQUEUE_AFTER_DESTROY PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR CONNECTION_CLOSED CONNECTION_DESTROYED CONNECTION_ENDED CONNECT_TIMEOUT',
  database_timeout: 'PROTOCOL_SEQUENCE_TIMEOUT',
});

/** pg and pg-pool, mysql2: these errors have nothing but a message. */
const MESSAGES: readonly string[] = [
  'Cannot use a pool after calling end on the pool',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'timeout expired',
  'timeout exceeded when trying to connect',
  "Can't add new command when connection is in closed state",
  "Can't write in closed state",
  'No connections available.',
  'Pool is closed.',
  'Queue limit reached.',
];

/** What pg says of a query, and not of the connection. */
const WAITED = 'Query read timeout';

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
    code: [...CODES.keys()],
    name: ['KnexTimeoutError'],
    message: [...MESSAGES, WAITED],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name, code }, { answer }) {
    const message = readText(thrown, 'message');
    if (name === 'KnexTimeoutError') {
      const waiting = message.startsWith('Knex: Timeout acquiring a connection');
      return answer(waiting ? 'database_unavailable' : 'database_timeout');
    }
    if (code === undefined) {
      return answer(message === WAITED ? 'database_timeout' : 'database_unavailable');
    }
    const known = CODES.get(String(code));
    return known && answer(known);
  },
});
