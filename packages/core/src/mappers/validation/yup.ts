import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { parsePath } from './parse-path.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * Errors of yup, by the name that they set and their shape (`inner`, `params`): one that stands for
 * many (`abortEarly: false`) or for itself.
 *
 * Its message for a wrong type ends in the value (`, but the final value was: …`), so that end is
 * cut off; what still repeats the value, which the error has, is replaced.
 *
 * @see https://github.com/jquense/yup#validationerrorerrors-string--arraystring-value-any-path-string (1.7, 0.26, src/ValidationError.ts)
 */
export const yup = defineMapper({
  name: 'yup',
  libraries: 'yup',
  match: { name: ['ValidationError'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown, properties }, context) {
    const inner = listOf(readProperty(thrown, 'inner'));
    // Before 0.27 one that stands for many has no params.
    const isOfYup = properties.includes('params') || (inner?.length ?? 0) > 0;
    if (inner === undefined || !isOfYup) return undefined;
    return refuseContent(context, inner.length === 0 ? [thrown] : inner, { read: readError });
  },
});

function readError(error: unknown): Finding {
  const path = readProperty(error, 'path');
  const message = readProperty(error, 'message');
  const code = readProperty(error, 'type');
  const params = readProperty(error, 'params');
  return {
    path: typeof path === 'string' ? parsePath(path) : [],
    code,
    key: code === 'noUnknown' ? 'member_unknown' : undefined,
    message:
      typeof message === 'string' ? message.split(', but the final value was: ', 1)[0] : message,
    refused: [
      readProperty(error, 'value'),
      readProperty(params, 'value'),
      readProperty(params, 'originalValue'),
    ],
  };
}
