import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { restate } from './restate.js';

/** What tells them from others: an error of h3 2 has all of the first, one of h3 1 all of the second. */
const SHAPES = [
  ['statusText', 'unhandled', 'data'],
  ['fatal', 'unhandled'],
] as const;

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
    const isOfH3 = SHAPES.some((names) => names.every((name) => name in thrown));
    if (!isOfH3) return undefined;
    const unhandled = readProperty(thrown, 'unhandled') === true;
    return restate(
      {
        status: readProperty(thrown, 'status') ?? readProperty(thrown, 'statusCode'),
        message: unhandled ? undefined : readProperty(thrown, 'message'),
        headers: readProperty(thrown, 'headers'),
      },
      context,
    );
  },
});
