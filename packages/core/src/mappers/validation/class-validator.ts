import { listOf } from '../../values/list-of.js';
import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** Objects inside objects; what lies deeper is not described. */
const MAX_DEPTH = 32;

/**
 * The list that class-validator's `validateOrReject` rejects with, or one of its members, by their
 * shape (`property`, `constraints`, `children`).
 *
 * Its own messages are made from the decorators; those of an app can quote the value (`$value`),
 * which the error has: these are replaced.
 *
 * @see https://github.com/typestack/class-validator#validation-errors (0.15)
 */
export const classValidator = defineMapper({
  name: 'class-validator',
  libraries: 'class-validator',
  match: { has: ['constraints'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const errors = list ? listOf(thrown) : [thrown];
    if (errors === undefined || !isValidationError(errors[0])) return undefined;
    const findings = errors.flatMap((error) => readError(error, []));
    return refuseContent(context, findings, (finding) => finding);
  },
});

function isValidationError(value: unknown): boolean {
  const constraints = readProperty(value, 'constraints');
  return (
    'property' in Object(value) &&
    ((typeof constraints === 'object' && constraints !== null) ||
      listOf(readProperty(value, 'children')) !== undefined)
  );
}

function readError(error: unknown, above: readonly unknown[]): readonly Finding[] {
  if (above.length > MAX_DEPTH) return [];
  const property = readProperty(error, 'property');
  const path = property === undefined ? above : [...above, property];
  const constraints = readProperty(error, 'constraints');
  const refused = [readProperty(error, 'value')];
  const own = Object.keys(Object(constraints) as object).map((code) => ({
    path,
    code,
    key: code === 'whitelistValidation' ? ('member_unknown' as const) : undefined,
    message: readProperty(constraints, code),
    refused,
  }));
  const children = listOf(readProperty(error, 'children')) ?? [];
  return [...own, ...children.flatMap((child) => readError(child, path))];
}
