import { readProperty } from '../../values/read-property.js';
import type { Answers } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';

const GRPC_ANSWERS = {
  grpc_cancelled: { status: 503, when: 'CANCELLED (1): the call was given up' },
  grpc_failed: {
    status: 502,
    when: 'UNKNOWN, INTERNAL, DATA_LOSS (2, 13, 15), or an unknown code',
  },
  grpc_invalid_argument: {
    status: 400,
    when: 'INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE (3, 9, 11)',
  },
  grpc_deadline_exceeded: { status: 504, when: 'DEADLINE_EXCEEDED (4)' },
  grpc_not_found: { status: 404, when: 'NOT_FOUND (5)' },
  grpc_already_exists: { status: 409, when: 'ALREADY_EXISTS (6)' },
  grpc_refused: {
    status: 502,
    when: 'PERMISSION_DENIED, UNAUTHENTICATED (7, 16): our credentials',
  },
  grpc_exhausted: { status: 503, when: 'RESOURCE_EXHAUSTED (8): our quota', retryAfter: 5 },
  grpc_aborted: {
    status: 409,
    when: 'ABORTED (10): a conflict, worth another try',
    temporary: true,
  },
  grpc_unimplemented: { status: 501, when: 'UNIMPLEMENTED (12)' },
  grpc_unavailable: { status: 503, when: 'UNAVAILABLE (14)', retryAfter: 5 },
} as const satisfies Answers;

const CODES: Readonly<Record<number, keyof typeof GRPC_ANSWERS | undefined>> = {
  1: 'grpc_cancelled',
  3: 'grpc_invalid_argument',
  4: 'grpc_deadline_exceeded',
  5: 'grpc_not_found',
  6: 'grpc_already_exists',
  7: 'grpc_refused',
  8: 'grpc_exhausted',
  9: 'grpc_invalid_argument',
  10: 'grpc_aborted',
  11: 'grpc_invalid_argument',
  12: 'grpc_unimplemented',
  14: 'grpc_unavailable',
  16: 'grpc_refused',
};

/**
 * gRPC's status codes by google.rpc.Code's documented HTTP mapping, but for those that speak of our
 * own credentials or quota with the other service: an end user can't mend them.
 *
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
export const grpc = defineMapper({
  name: 'grpc',
  libraries: '@grpc/grpc-js, @connectrpc/connect',
  match: { has: ['metadata'] },
  answers: GRPC_ANSWERS,
  map({ thrown, code }, { answer }) {
    const isTold = ['details', 'rawMessage'].some(
      (member) => typeof readProperty(thrown, member) === 'string',
    );
    if (typeof code !== 'number' || !isTold) return undefined;
    return answer(CODES[code] ?? 'grpc_failed');
  },
});
