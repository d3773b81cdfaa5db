/** Names by which services say that a precondition of ours did not hold, or that others write too. */
export const AWS_CONFLICTS: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'ConditionalRequestConflict',
  'PreconditionFailed',
  'ReplicatedWriteConflictException',
  'TransactionCanceledException',
  'TransactionConflictException',
]);

/**
 * Names by which services refuse for load: the SDK's own list of throttling errors.
 *
 * @see https://github.com/smithy-lang/smithy-typescript (core 3.41, service-error-classification/constants.ts)
 */
export const AWS_THROTTLING: ReadonlySet<string> = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);
