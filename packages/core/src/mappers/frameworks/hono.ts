import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { restate } from './restate.js';

/**
 * Hono's HTTPException, by its shape (`status`, `getResponse()`). Its message is told for 4xx; of the
 * response that it may hold, the headers go out and the body does not.
 *
 * @see https://hono.dev/docs/api/exception (4.13, src/http-exception.ts)
 */
export const hono = defineMapper({
  name: 'hono',
  libraries: "Hono's HTTPException",
  note: 'Its own status, its message for 4xx, and the headers of its response.',
  match: { has: ['status'] },
  answers: {},
  map({ thrown }, context) {
    if (typeof readProperty(thrown, 'getResponse') !== 'function' || 'getStatus' in thrown) {
      return undefined;
    }
    return restate(
      {
        status: readProperty(thrown, 'status'),
        message: readProperty(thrown, 'message'),
        headers: readProperty(readProperty(thrown, 'res'), 'headers'),
      },
      context,
    );
  },
});
