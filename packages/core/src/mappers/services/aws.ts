import { defineMapper } from '../built-in-mapper.js';
import { readProperty } from '../read-property.js';

/** Names by which services say that a precondition of ours did not hold. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'PreconditionFailed',
  'TransactionCanceledException',
]);

/** Names by which services refuse for load (the SDK's own list of throttling errors). */
const THROTTLING: ReadonlySet<string> = new Set([
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

/**
 * Errors of AWS services, which say whose fault they take it to be. A fault of the caller's is ours:
 * the end user has not made that call.
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/
 */
export const aws = defineMapper({
  name: 'aws',
  libraries: 'AWS SDK for JavaScript v3 (@aws-sdk/*)',
  match: { has: ['$fault', '$metadata'] },
  answers: {
    aws_conflict: { status: 409, when: 'a condition of a write did not hold' },
    aws_throttled: { status: 503, when: 'a service refused for load', retryAfter: 1 },
    aws_failed: { status: 502, when: 'a service failed ($fault: server)' },
    aws_misused: { status: 500, when: 'a service refused our request ($fault: client)' },
  },
  map({ thrown, name = '' }, { answer }) {
    const fault = readProperty(thrown, '$fault');
    if (fault !== 'client' && fault !== 'server') return undefined;
    if (CONFLICTS.has(name)) return answer('aws_conflict');
    const retryable = readProperty(thrown, '$retryable');
    const throttled = readProperty(retryable, 'throttling') === true;
    if (throttled || THROTTLING.has(name)) return answer('aws_throttled');
    return answer(fault === 'server' ? 'aws_failed' : 'aws_misused');
  },
});
