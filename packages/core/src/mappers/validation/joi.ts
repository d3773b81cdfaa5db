import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * Errors of joi, by its brand (`isJoi`) and their details.
 *
 * Some of its messages quote the value (`"a" with value "x" fails to match …`), which the detail has
 * as `context.value`: those are replaced.
 *
 * @see https://joi.dev/api/?v=18.0.0#validationerror (18.3)
 */
export const joi = defineMapper({
  name: 'joi',
  libraries: 'joi',
  match: { has: ['isJoi'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const details = listOf(readProperty(thrown, 'details'));
    return details !== undefined && readProperty(thrown, 'isJoi') === true
      ? refuseContent(context, details, { read: readDetail })
      : undefined;
  },
});

/** Reads one of joi's details. */
export function readDetail(detail: unknown): Finding {
  const code = readProperty(detail, 'type');
  const inside = readProperty(detail, 'context');
  return {
    path: listOf(readProperty(detail, 'path')) ?? [],
    key: code === 'object.unknown' ? 'member_unknown' : undefined,
    code,
    message: readProperty(detail, 'message'),
    refused: [readProperty(inside, 'value'), ...(listOf(readProperty(inside, 'invalids')) ?? [])],
  };
}
