import { byCode } from '../by-code.js';
import type { DatabaseAnswer } from './answers.js';

/**
 * MongoDB's server errors by number; all others are our fault. 11001 is an older server's word for
 * 11000, and 10058 for 10107.
 *
 * @see https://www.mongodb.com/docs/manual/reference/error-codes/
 */
export const MONGODB_ERRORS = byCode<DatabaseAnswer>({
  already_exists: '11000 11001',
  value_not_accepted: '121',
  transaction_conflict: '24 112 239 246 251',
  database_timeout: '50 64 202 262 290 11601',
  database_unavailable:
    '6 7 89 91 133 134 189 365 371 402 407 433 449 450 462 9001 10058 10107 11600 11602 13435 13436',
  database_full: '14031',
});

/** The driver's own errors by `name`, which it sets itself, and mongoose's. */
export const MONGODB_NAMES = byCode<DatabaseAnswer>({
  database_unavailable:
    'MongoNetworkError MongoServerSelectionError MongooseServerSelectionError MongoNotConnectedError MongoClientClosedError MongoTopologyClosedError MongoServerClosedError MongoPoolClosedError MongoPoolClearedError PoolClearedOnNetworkError MongoWaitQueueTimeoutError',
  database_timeout: 'MongoNetworkTimeoutError MongoOperationTimeoutError',
  changed_meanwhile: 'VersionError',
  record_not_found: 'DocumentNotFoundError',
});
