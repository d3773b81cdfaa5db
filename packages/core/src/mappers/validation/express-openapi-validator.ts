import { listOf, readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { parsePointer } from './parse-pointer.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';
import { findLocation } from './sources.js';

/**
 * Requests that express-openapi-validator refused with 400, by the `errorCode` of what it found. Its
 * other errors state their status and are believed: 401, 403, 404, 405 with Allow, 406, 413, 415; a
 * response that does not fit the contract is a 500.
 *
 * Its messages are ajv's, made from the contract alone.
 *
 * @see https://github.com/cdimascio/express-openapi-validator (5.6, src/framework/types.ts, src/middlewares/util.ts)
 */
export const expressOpenapiValidator = defineMapper({
  name: 'express-openapi-validator',
  libraries: 'express-openapi-validator',
  match: { has: ['errors'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const errors = listOf(readProperty(thrown, 'errors'));
    const refused =
      readProperty(thrown, 'status') === 400 && errors !== undefined && isFound(errors[0]);
    return refused ? refuseContent(context, errors, { read: readError }) : undefined;
  },
});

/** What it finds without a schema, such as an unknown query parameter, has no code. */
function isFound(error: unknown): boolean {
  const path = readProperty(error, 'path');
  const code = readProperty(error, 'errorCode');
  return (
    typeof path === 'string' &&
    (typeof code === 'string'
      ? code.endsWith(SUFFIX)
      : findLocation(parsePointer(path)[0]) !== undefined)
  );
}

const SUFFIX = '.openapi.validation';

function readError(error: unknown): Finding {
  // Where it has nothing better to say, its path is that of the schema, without a slash before it.
  const path = readText(error, 'path');
  const [first, ...rest] = parsePointer(path.startsWith('/') ? path : `/${path}`);
  const place = findLocation(first);
  const code = readProperty(error, 'errorCode');
  return {
    path: place === undefined ? [first, ...rest] : rest,
    in: place,
    code: typeof code === 'string' ? code.slice(0, -SUFFIX.length) : undefined,
    message: readProperty(error, 'message'),
  };
}
