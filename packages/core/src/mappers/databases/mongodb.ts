import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
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

/** What mongoose says of an operation that has waited in vain for a connection. */
const WAITED_IN_VAIN = /\bbuffering timed out after \d+ms$/;

/** What bson says of a text that is no ObjectId; its other errors are about data of the server's. */
const NO_OBJECT_ID = 'input must be a 24 character hex string';

/**
 * Errors of MongoDB's driver (`errorLabels` and a name of its own), and what mongoose says of documents
 * that are not there or not as they were, or a text that can't be an ObjectId. What its schemas
 * refuse is another mapper's.
 */
export const mongodb = defineMapper({
  name: 'mongodb',
  libraries: 'mongodb, mongoose',
  match: {
    name: [/^Mongo/, 'VersionError', 'DocumentNotFoundError', 'BSONError'],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name = '', code }, { answer }) {
    const message = String(readProperty(thrown, 'message'));
    if (name === 'BSONError') {
      return message.startsWith(NO_OBJECT_ID) ? answer('value_not_accepted') : undefined;
    }
    if (!KNOWN_NAME.test(name)) return undefined;
    if (name === 'MongooseError' && WAITED_IN_VAIN.test(message)) {
      return answer('database_unavailable');
    }
    if (name === 'VersionError' && readProperty(thrown, 'modifiedPaths') === undefined) {
      return undefined;
    }
    const known = typeof code === 'number' ? SERVER_ERRORS[code] : undefined;
    return answer(known ?? NAMES[name] ?? 'database_failed');
  },
});
