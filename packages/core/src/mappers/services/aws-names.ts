import { byCode } from '../by-code.js';

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
 * What Cognito says of the end user, whose credentials and accounts it keeps.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export const COGNITO = byCode({
  authentication_failed: 'CodeMismatchException ExpiredCodeException NotAuthorizedException',
  permission_denied: 'PasswordResetRequiredException UserNotConfirmedException',
  record_not_found: 'UserNotFoundException',
  already_exists: 'AliasExistsException UsernameExistsException',
  value_not_accepted: 'InvalidPasswordException',
});

/** It says the same of the client that this server is there, which no user can mend. */
export const OF_CLIENT = /\bclient\b/i;

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
