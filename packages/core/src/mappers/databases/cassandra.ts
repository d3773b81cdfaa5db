import { readProperty } from '../../values/read-property.js';
import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * Error codes of the protocol with a meaning of their own; all others are our fault.
 *
 * @see https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v5.spec (section 9)
 */
const CODES = byCode<DatabaseAnswer>({
  // Unavailable, overloaded, bootstrapping; failures of a read, a function of ours aside, and a write.
  database_unavailable: '4096 4097 4098 4864 5376',
  // Of a write and a read.
  database_timeout: '4352 4608',
  // The outcome of a compare-and-set is not known.
  transaction_conflict: '5888',
});

/** Errors of a Cassandra server: ResponseError, and the code of the protocol. */
export const cassandra = defineMapper({
  name: 'cassandra',
  libraries: 'cassandra-driver, ScyllaDB with it',
  match: { name: ['ResponseError'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code }, { answer }) {
    if (typeof code !== 'number' || typeof readProperty(thrown, 'info') !== 'string') {
      return undefined;
    }
    return answer(CODES.get(String(code)) ?? 'database_failed');
  },
});
