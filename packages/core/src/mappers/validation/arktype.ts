import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
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
    return found && refuseContent(context, found, { read: readError });
  },
});

function readError(error: unknown): Finding {
  const path = listOf(readProperty(error, 'path')) ?? [];
  const code = readProperty(error, 'code');
  const data = readProperty(error, 'data');
  if (isLong(data)) return { path, code, message: wantedOf(error, code), refused: [data] };
  const actual = readProperty(error, 'actual');
  const message = cutActual(readProperty(error, 'problem'), actual);
  return { path, code, message, refused: [data, actual] };
}

/** `problem` and `actual` write all of the value each time that they are read, and depth squares it. */
function isLong(data: unknown): boolean {
  return typeof data === 'string' ? data.length > MAX_LENGTH : Object(data) === data;
}

const MAX_LENGTH = 500;

/** What was wanted tells of the value too where several errors stand for one. */
const COMPOSITE: ReadonlySet<unknown> = new Set(['union', 'intersection']);

function wantedOf(error: unknown, code: unknown): string | undefined {
  const expected = COMPOSITE.has(code) ? undefined : readProperty(error, 'expected');
  return typeof expected === 'string' ? `must be ${expected}` : undefined;
}

function cutActual(message: unknown, actual: unknown): unknown {
  if (typeof message !== 'string' || typeof actual !== 'string') return message;
  const end = ` (was ${actual})`;
  return message.endsWith(end) ? message.slice(0, -end.length) : message;
}
