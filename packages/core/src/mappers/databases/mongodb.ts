import { defineMapper } from '../built-in-mapper.js';
import { readProperty } from '../read-property.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * MongoDB's server errors by number; all others are our fault.
 *
 * @see https://www.mongodb.com/docs/manual/reference/error-codes/
 */
const SERVER_ERRORS: Readonly<Record<number, DatabaseAnswer | undefined>> = {
  11000: 'already_exists',
  11001: 'already_exists',
  121: 'value_not_accepted',
  112: 'transaction_conflict',
  251: 'transaction_conflict',
  50: 'database_timeout',
  262: 'database_timeout',
  89: 'database_unavailable',
  91: 'database_unavailable',
  189: 'database_unavailable',
  10107: 'database_unavailable',
  11600: 'database_unavailable',
  11602: 'database_unavailable',
  13435: 'database_unavailable',
  13436: 'database_unavailable',
  14031: 'database_full',
};

/** The driver's own errors by `name`, which it sets itself, and mongoose's. */
const NAMES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  MongoNetworkError: 'database_unavailable',
  MongoNetworkTimeoutError: 'database_timeout',
  MongoServerSelectionError: 'database_unavailable',
  MongooseServerSelectionError: 'database_unavailable',
  MongoNotConnectedError: 'database_unavailable',
  MongoPoolClosedError: 'database_unavailable',
  MongoWaitQueueTimeoutError: 'database_unavailable',
  MongoOperationTimeoutError: 'database_timeout',
  VersionError: 'changed_meanwhile',
  DocumentNotFoundError: 'record_not_found',
};

/** Names by which both tell their errors apart from others. */
const KNOWN_NAME = /^(?:Mongo|VersionError$|DocumentNotFoundError$)/;

/**
 * Errors of MongoDB's driver (`errorLabels` and a name of its own), and what mongoose says of documents
 * that are not there or not as they were. What its schemas refuse is another mapper's.
 */
export const mongodb = defineMapper({
  name: 'mongodb',
  libraries: 'mongodb, mongoose',
  match: {
    name: [/^Mongo/, 'VersionError', 'DocumentNotFoundError'],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name = '', code }, { answer }) {
    if (!KNOWN_NAME.test(name)) return undefined;
    if (name === 'VersionError' && readProperty(thrown, 'modifiedPaths') === undefined) {
      return undefined;
    }
    const known = typeof code === 'number' ? SERVER_ERRORS[code] : undefined;
    return answer(known ?? NAMES[name] ?? 'database_failed');
  },
});
