import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { parsePath } from './parse-path.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';
import { findLocation } from './sources.js';

/**
 * What express-validator's `validationResult(req).throw()` throws: an error that is a result too, by
 * its shape (`errors`, `array()`, `mapped()`).
 *
 * It does not name the rule, so the code is `invalid`. Messages are the app's and can quote the
 * value, which the error has: these are replaced.
 *
 * @see https://express-validator.github.io/docs/api/validation-result/#error-types (7.3)
 */
export const expressValidator = defineMapper({
  name: 'express-validator',
  libraries: 'express-validator',
  match: { has: ['mapped'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const errors = listOf(readProperty(thrown, 'errors'));
    const isResult = ['array', 'mapped'].every(
      (name) => typeof readProperty(thrown, name) === 'function',
    );
    return isResult && errors !== undefined && errors.length > 0
      ? refuseContent(context, errors, { read: readError, count: countFields })
      : undefined;
  },
});

/** One error is about all unknown fields of a request. */
function unknownFields(error: unknown): readonly unknown[] | undefined {
  const about = readProperty(error, 'type') === 'unknown_fields';
  return about ? (listOf(readProperty(error, 'fields')) ?? []) : undefined;
}

function countFields(error: unknown): number {
  return unknownFields(error)?.length ?? 1;
}

function readError(error: unknown, at: number): Finding {
  const fields = unknownFields(error);
  if (fields !== undefined) return { ...readField(fields[at]), key: 'member_unknown' };
  const message = readProperty(error, 'msg');
  const nested = listOf(readProperty(error, 'nestedErrors'))?.flat() ?? [];
  if (nested.length === 0) return { ...readField(error), message };
  // One of several alternatives was wanted: the message is about all of their fields.
  const refused = nested.map((one) => readProperty(one, 'value'));
  return { path: [], message, refused, in: readField(nested[0]).in };
}

function readField(field: unknown): Finding {
  const path = readProperty(field, 'path') ?? readProperty(field, 'param');
  return {
    path: typeof path === 'string' ? parsePath(path) : [],
    in: findLocation(readProperty(field, 'location')),
    refused: [readProperty(field, 'value')],
  };
}
