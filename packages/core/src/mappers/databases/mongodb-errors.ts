import type { DatabaseAnswer } from './answers.js';

/**
 * MongoDB's server errors by number; all others are our fault. 11001 is an older server's word for
 * 11000, and 10058 for 10107.
 *
 * @see https://www.mongodb.com/docs/manual/reference/error-codes/
 */
export const MONGODB_ERRORS: Readonly<Record<number, DatabaseAnswer | undefined>> = {
  11000: 'already_exists',
  11001: 'already_exists',
  121: 'value_not_accepted',
  24: 'transaction_conflict',
  112: 'transaction_conflict',
  239: 'transaction_conflict',
  246: 'transaction_conflict',
  251: 'transaction_conflict',
  50: 'database_timeout',
  64: 'database_timeout',
  202: 'database_timeout',
  262: 'database_timeout',
  290: 'database_timeout',
  11601: 'database_timeout',
  6: 'database_unavailable',
  7: 'database_unavailable',
  89: 'database_unavailable',
  91: 'database_unavailable',
  133: 'database_unavailable',
  134: 'database_unavailable',
  189: 'database_unavailable',
  365: 'database_unavailable',
  371: 'database_unavailable',
  402: 'database_unavailable',
  407: 'database_unavailable',
  433: 'database_unavailable',
  449: 'database_unavailable',
  450: 'database_unavailable',
  462: 'database_unavailable',
  9001: 'database_unavailable',
  10058: 'database_unavailable',
  10107: 'database_unavailable',
  11600: 'database_unavailable',
  11602: 'database_unavailable',
  13435: 'database_unavailable',
  13436: 'database_unavailable',
  14031: 'database_full',
};

/** The driver's own errors by `name`, which it sets itself, and mongoose's. */
export const MONGODB_NAMES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  MongoNetworkError: 'database_unavailable',
  MongoNetworkTimeoutError: 'database_timeout',
  MongoServerSelectionError: 'database_unavailable',
  MongooseServerSelectionError: 'database_unavailable',
  MongoNotConnectedError: 'database_unavailable',
  MongoClientClosedError: 'database_unavailable',
  MongoTopologyClosedError: 'database_unavailable',
  MongoServerClosedError: 'database_unavailable',
  MongoPoolClosedError: 'database_unavailable',
  MongoPoolClearedError: 'database_unavailable',
  PoolClearedOnNetworkError: 'database_unavailable',
  MongoWaitQueueTimeoutError: 'database_unavailable',
  MongoOperationTimeoutError: 'database_timeout',
  VersionError: 'changed_meanwhile',
  DocumentNotFoundError: 'record_not_found',
};
