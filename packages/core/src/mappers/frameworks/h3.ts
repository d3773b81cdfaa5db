import { defineMapper } from '../built-in-mapper.js';
import { readProperty } from '../read-property.js';
import { restate } from './restate.js';

/**
 * Errors of h3 and Nitro: HTTPError of h3 2 (`name` is a getter of the class, `statusText`), H3Error
 * of h3 1 (`statusMessage`, `fatal`). The message is told for 4xx unless the error is `unhandled`;
 * `data` and `body` never are.
 *
 * @see https://h3.dev/guide/basics/error (2.0, src/error.ts), h3 1.15 src/error.ts
 */
export const h3 = defineMapper({
  name: 'h3',
  libraries: 'h3 2 and 1, Nitro',
  note: 'Its own status and headers; its message for 4xx, unless it is `unhandled`.',
  match: { name: ['HTTPError', 'H3Error'], has: ['unhandled'] },
  answers: {},
  map({ thrown }, context) {
    const own = ['statusText', 'unhandled', 'data'].every((name) => name in thrown);
    const isOfOne = 'fatal' in thrown && 'unhandled' in thrown;
    if (!own && !isOfOne) return undefined;
    const told = readProperty(thrown, 'unhandled') === true ? undefined : 'message';
    return restate(
      {
        status: readProperty(thrown, 'status') ?? readProperty(thrown, 'statusCode'),
        message: told && readProperty(thrown, told),
        headers: readProperty(thrown, 'headers'),
      },
      context,
    );
  },
});
