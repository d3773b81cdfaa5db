import { listOf } from '../../values/list-of.js';
import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * Errors of arktype: the TraversalError that `assert` throws, and the ArkErrors that a type returns,
 * thrown as they are; by their brand (` arkKind`).
 *
 * Its own problems end in what was there (`must be a number (was "x")`), so that end is cut off;
 * what still repeats the value, which the error has as `data` and `actual`, is replaced.
 *
 * @see https://arktype.io/docs/configuration#errors (2.2, out/shared/errors.js)
 */
export const arktype = defineMapper({
  name: 'arktype',
  libraries: 'arktype',
  match: { name: ['TraversalError'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const errors = list ? thrown : readProperty(thrown, 'arkErrors');
    if (readProperty(errors, ' arkKind') !== 'errors') return undefined;
    const found = listOf(errors);
    return found && refuseContent(context, found, readError);
  },
});

function readError(error: unknown): Finding {
  const actual = readProperty(error, 'actual');
  const message = readProperty(error, 'problem');
  return {
    path: [...(listOf(readProperty(error, 'path')) ?? [])],
    code: readProperty(error, 'code'),
    message: cutActual(message, actual),
    refused: [readProperty(error, 'data'), actual],
  };
}

function cutActual(message: unknown, actual: unknown): unknown {
  if (typeof message !== 'string' || typeof actual !== 'string') return message;
  const end = ` (was ${actual})`;
  return message.endsWith(end) ? message.slice(0, -end.length) : message;
}
