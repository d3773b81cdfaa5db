import { readProperty, readText } from '../../values/read-property.js';
import { DATABASE_ANSWERS } from '../databases/answers.js';
import { defineMapper } from '../define-mapper.js';
import { passport } from '../tokens/passport.js';
import { permissions } from '../tokens/permissions.js';
import { AWS_CONFLICTS, AWS_THROTTLING, COGNITO, OF_CLIENT } from './aws-names.js';
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
  libraries: 'AWS SDK for JavaScript v3 (@aws-sdk/*); of Cognito, what is about the end user',
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
    authentication_failed: {
      ...passport.answers.authentication_failed,
      when: 'Cognito did not accept a password, a token or a code of the user’s',
    },
    permission_denied: {
      ...permissions.answers.permission_denied,
      when: 'Cognito wants the account confirmed, or its password changed',
    },
    record_not_found: { ...DATABASE_ANSWERS.record_not_found, when: 'Cognito has no such user' },
    already_exists: { ...DATABASE_ANSWERS.already_exists, when: 'Cognito has such a user' },
    value_not_accepted: {
      ...DATABASE_ANSWERS.value_not_accepted,
      when: 'Cognito does not accept a new password',
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
    const ofUser = COGNITO.get(name);
    if (ofUser !== undefined && !OF_CLIENT.test(readText(thrown, 'message'))) return answer(ofUser);
    const retryable = readProperty(thrown, '$retryable');
    const throttled = readProperty(retryable, 'throttling') === true;
    if (throttled || AWS_THROTTLING.has(name) || REFUSED_FOR_LOAD.has(status)) {
      return answer('aws_throttled');
    }
    return answer(fault === 'client' ? 'aws_misused' : 'aws_failed');
  },
});
