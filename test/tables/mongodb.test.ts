import mongoose from 'mongoose';
import {
  MONGODB_ERRORS,
  MONGODB_NAMES,
} from '../../packages/core/src/mappers/databases/mongodb-errors.js';
import { askAnswer, serveRows } from './ask-answer.js';
import {
  ABSENT,
  CHANGED,
  CONFLICT,
  type Facts,
  FULL,
  listFacts,
  OURS,
  REFUSED,
  TAKEN,
  TIMEOUT,
  UNAVAILABLE,
} from './facts.js';

serveRows();

/** MongoDB's server (8.2, src/mongo/base/error_codes.yml): what has an answer, and what stands near it. */
const SERVER: Facts = {
  [TAKEN]: ['11000 DuplicateKey', '11001 DuplicateKey of an update (before 4.0)'],
  [REFUSED]: ['121 DocumentValidationFailure'],
  [CONFLICT]: [
    // What the server labels TransientTransactionError in a transaction.
    '24 LockTimeout',
    '112 WriteConflict',
    '239 SnapshotTooOld',
    '246 SnapshotUnavailable',
    '251 NoSuchTransaction',
  ],
  [TIMEOUT]: [
    '50 MaxTimeMSExpired',
    '64 WriteConcernTimeout',
    '202 NetworkInterfaceExceededTimeLimit',
    '262 ExceededTimeLimit',
    '290 TransactionExceededLifetimeLimitSeconds',
    // killOp, as query_canceled of PostgreSQL.
    '11601 Interrupted',
  ],
  [UNAVAILABLE]: [
    // NetworkError: the members of the cluster do not reach each other.
    '6 HostUnreachable',
    '7 HostNotFound',
    '89 NetworkTimeout',
    '9001 SocketException',
    // NotPrimaryError: an election.
    '189 PrimarySteppedDown',
    '10058 LegacyNotPrimary',
    '10107 NotWritablePrimary',
    '11602 InterruptedDueToReplStateChange',
    '13435 NotPrimaryNoSecondaryOk',
    '13436 NotPrimaryOrSecondary',
    '133 FailedToSatisfyReadPreference',
    '134 ReadConcernMajorityNotAvailableYet',
    // ShutdownError.
    '91 ShutdownInProgress',
    '11600 InterruptedAtShutdown',
    // SystemOverloadedError, and the like.
    '365 TemporarilyUnavailable',
    '402 ResourceExhausted',
    '407 PooledConnectionAcquisitionExceededTimeLimit',
    '433 AdmissionQueueOverflow',
    '449 RateLimitExceeded',
    '450 PooledConnectionAcquisitionRejected',
    '462 IngressRequestRateLimitExceeded',
    // Read-only while a cluster is moved.
    '371 UserWritesBlocked',
  ],
  [FULL]: ['14031 OutOfDiskSpace'],
  [OURS]: [
    '1 InternalError',
    '2 BadValue',
    '8 UnknownError',
    '9 FailedToParse',
    '11 UserNotFound',
    '13 Unauthorized',
    '14 TypeMismatch',
    '18 AuthenticationFailed',
    '20 IllegalOperation',
    '26 NamespaceNotFound',
    '43 CursorNotFound',
    '48 NamespaceExists',
    '59 CommandNotFound',
    '66 ImmutableField',
    '79 UnknownReplWriteConcern',
    '100 UnsatisfiableWriteConcern',
    '115 CommandNotSupported',
    '146 ExceededMemoryLimit',
    '211 KeyNotFound',
    '237 CursorKilled',
    '256 TransactionCommitted',
    '263 OperationNotSupportedInTransaction',
    '286 ChangeStreamHistoryLost',
    '292 QueryExceededMemoryLimitNoDiskUseAllowed',
    '391 ReauthenticationRequired',
    '8000 AtlasError',
    '10334 BSONObjectTooLarge',
    '13388 StaleConfig',
    '17280 KeyTooLong',
    '31082 SearchNotEnabled',
  ],
};

/** The driver's classes (mongodb 7.8, src/error.ts, src/cmap/errors.ts), and mongoose's. */
const NAMES: Facts = {
  [UNAVAILABLE]: [
    'MongoNetworkError',
    'MongoServerSelectionError',
    'MongooseServerSelectionError',
    'MongoNotConnectedError',
    'MongoClientClosedError',
    'MongoTopologyClosedError',
    'MongoServerClosedError',
    'MongoPoolClosedError',
    'MongoPoolClearedError',
    'PoolClearedOnNetworkError',
    'MongoWaitQueueTimeoutError',
  ],
  [TIMEOUT]: ['MongoNetworkTimeoutError', 'MongoOperationTimeoutError'],
  [OURS]: [
    'MongoError',
    'MongoServerError',
    'MongoAPIError',
    'MongoRuntimeError',
    'MongoParseError',
    'MongoInvalidArgumentError',
    'MongoMissingCredentialsError',
    'MongoTransactionError',
    'MongoExpiredSessionError',
    'MongoCursorExhaustedError',
    'MongoBulkWriteError',
    'MongoWriteConcernError',
    'MongooseError',
    'MissingSchemaError',
    'OverwriteModelError',
    'ParallelSaveError',
  ],
};

it.each(listFacts(SERVER))('the server’s error %s, %s', async (number, codeName, answer) => {
  const code = Number(number);
  const error = new mongoose.mongo.MongoServerError({ message: 'x', code, codeName });
  expect(await askAnswer(error)).toBe(answer);
});

it.each([
  ['a write of many', TAKEN, 'MongoBulkWriteError', 11000],
  ['a write that is not replicated', TIMEOUT, 'MongoWriteConcernError', 64],
  ['a number of another error', OURS, 'MongoServerError', 11002],
])('%s is what its number says', async (_what, answer, name, code) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name, code }))).toBe(answer);
});

it.each(listFacts(NAMES))('%s%s', async (name, _none, answer) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name }))).toBe(answer);
});

it.each([
  ['VersionError', CHANGED, { modifiedPaths: ['a'] }],
  ['DocumentNotFoundError', ABSENT, {}],
])('mongoose’s %s', async (name, answer, members) => {
  expect(await askAnswer(Object.assign(new Error('x'), { name, ...members }))).toBe(answer);
});

/** mongoose 9 (lib/drivers/node-mongodb-native/collection.js). */
it.each([
  'Operation `orders.findOne()` buffering timed out after 50ms',
  'Cannot call `orders.findOne()` before initial connection is complete if `bufferCommands = false`. Make sure you `await mongoose.connect()`.',
])('mongoose without a connection: “%s”', async (message) => {
  const error = Object.assign(new Error(message), { name: 'MongooseError' });
  expect(await askAnswer(error)).toBe(UNAVAILABLE);
});

it('leaves no row without a fact', () => {
  const facts = [...listFacts(SERVER), ...listFacts(NAMES)];
  const told = new Set(facts.filter(([, , answer]) => answer !== OURS).map(([key]) => key));
  const keys = [...MONGODB_ERRORS.keys(), ...MONGODB_NAMES.keys()];
  expect(keys.filter((key) => !told.has(key))).toEqual(['VersionError', 'DocumentNotFoundError']);
});
