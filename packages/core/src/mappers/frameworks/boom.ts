import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { findDataResponse } from '../evidence.js';
import { isSystemError } from '../is-system-error.js';
import { restate } from './restate.js';

/**
 * Errors of \@hapi/boom, by their brand (`isBoom`) and `output`. The message that its payload would
 * have told the client is told for 4xx; `data` never is.
 *
 * @see https://hapi.dev/module/boom/api/?v=10.0.1
 */
export const boom = defineMapper({
  name: 'boom',
  libraries: '@hapi/boom',
  note: 'Its own status and headers; the message of its payload for 4xx, never its `data`.',
  match: { has: ['isBoom'] },
  answers: {},
  map({ thrown }, context) {
    if (readProperty(thrown, 'isBoom') !== true) return undefined;
    const output = readProperty(thrown, 'output');
    const status = readProperty(output, 'statusCode');
    // hapi's client, \@hapi/wreck, says in it what it was answered.
    const answered = findDataResponse(thrown);
    if (answered !== undefined && readProperty(answered, 'statusCode') === status) return undefined;
    const payload = readProperty(output, 'payload');
    const message = readProperty(payload, 'message');
    const repeats = message === readProperty(payload, 'error');
    return restate(
      {
        status,
        message: repeats || isSystemError(thrown) ? undefined : message,
        headers: readProperty(output, 'headers'),
      },
      context,
    );
  },
});
