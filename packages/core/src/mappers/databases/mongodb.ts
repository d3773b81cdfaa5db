import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS } from './answers.js';
import { MONGODB_ERRORS, MONGODB_NAMES } from './mongodb-errors.js';

/** Names by which both tell their errors apart from others. */
const KNOWN_NAME = /^(?:Mongo|PoolClearedOnNetworkError$|VersionError$|DocumentNotFoundError$)/;

/** What mongoose says of an operation that has waited in vain for a connection, or must not wait. */
const WAITED_IN_VAIN =
  /\bbuffering timed out after \d+ms$|\bbefore initial connection is complete\b/;

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
    name: [
      /^Mongo/,
      'PoolClearedOnNetworkError',
      'VersionError',
      'DocumentNotFoundError',
      'BSONError',
    ],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name = '', code }, { answer }) {
    const message = readText(thrown, 'message');
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
    const known = typeof code === 'number' ? MONGODB_ERRORS.get(String(code)) : undefined;
    return answer(known ?? MONGODB_NAMES.get(name) ?? 'database_failed');
  },
});
