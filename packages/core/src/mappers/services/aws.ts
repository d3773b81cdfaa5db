import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { AWS_CONFLICTS, AWS_THROTTLING } from './aws-names.js';
import { REFUSED_FOR_LOAD } from './http-client-codes.js';

/**
 * What the SDK makes of an error that is none of its own realm, as all of Node's are where a test
 * runner has realms: nothing is left of it but its text.
 */
function isWrapped(thrown: object): boolean {
  return readText(thrown, 'message').startsWith('AWS SDK error wrapper for ');
}

/**
 * Errors of AWS services, which say whose fault they take it to be. A fault of the caller's is ours:
 * the end user has not made that call. An answer that the SDK can't read is an error of its parser, to
 * which it adds the status; an error without one is of the connection.
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/
 */
export const aws = defineMapper({
  name: 'aws',
  libraries: 'AWS SDK for JavaScript v3 (@aws-sdk/*)',
  match: { has: ['$fault', '$metadata'] },
  answers: {
    aws_conflict: { status: 409, when: 'a condition of a write did not hold' },
    aws_throttled: {
      status: 503,
      when: 'a service refused for load, by its name or by 429 or 503',
      retryAfter: 1,
    },
    aws_failed: {
      status: 502,
      when: 'a service failed ($fault: server), or answered what can’t be read',
    },
    aws_misused: { status: 500, when: 'a service refused our request ($fault: client)' },
  },
  map({ thrown, name = '' }, { answer }) {
    const fault = readProperty(thrown, '$fault');
    const status = readProperty(readProperty(thrown, '$metadata'), 'httpStatusCode');
    const told = fault === 'client' || fault === 'server';
    if (!told && typeof status !== 'number') {
      return isWrapped(thrown) ? answer('aws_failed') : undefined;
    }
    if (AWS_CONFLICTS.has(name)) return answer('aws_conflict');
    const retryable = readProperty(thrown, '$retryable');
    const throttled = readProperty(retryable, 'throttling') === true;
    if (throttled || AWS_THROTTLING.has(name) || REFUSED_FOR_LOAD.has(status)) {
      return answer('aws_throttled');
    }
    return answer(fault === 'client' ? 'aws_misused' : 'aws_failed');
  },
});
