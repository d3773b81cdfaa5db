import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { CONNECTION_CODES, EXHAUSTED_CODES, TIMEOUT_CODES } from './system-error-codes.js';

/**
 * Errors of the operating system as Node passes them on: a `code`, and the `syscall` that failed.
 * A connection that no HTTP client signs or marks is one to a database, a queue or the like. What is
 * wrong with a file of the server's own is for the operator only, and stays a 500.
 *
 * @see https://nodejs.org/api/errors.html#common-system-errors
 */
export const system = defineMapper({
  name: 'system',
  libraries: 'Node.js (connections, files, memory), and whatever passes its errors on',
  note: 'A connection of an HTTP client is `upstream`; a file that is the body of a Koa response is 404 or 403.',
  match: { code: [...CONNECTION_CODES, ...TIMEOUT_CODES, ...Object.keys(EXHAUSTED_CODES)] },
  answers: {
    dependency_unavailable: {
      status: 503,
      when: 'a connection to a database, queue or the like failed',
      retryAfter: 5,
    },
    storage_full: { status: 507, when: 'the disk or the quota is full' },
    server_exhausted: {
      status: 503,
      when: 'the server is out of file handles, buffers or memory',
      retryAfter: 5,
    },
  },
  map({ thrown, code = '' }, { answer }) {
    // Somebody has given it a status already (http-errors' contract).
    if (typeof readProperty(thrown, 'expose') === 'boolean') return undefined;
    const exhausted = EXHAUSTED_CODES[code];
    if (exhausted !== undefined) return answer(exhausted);
    // Node's HTTP client has no syscall to name when the other side hangs up.
    const signed = readProperty(thrown, 'syscall') !== undefined;
    return signed || typeof readProperty(thrown, 'errno') === 'number'
      ? answer('dependency_unavailable')
      : undefined;
  },
});
