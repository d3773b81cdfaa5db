import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { parsePath } from './parse-path.js';
import { parsePointer } from './parse-pointer.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** Keywords whose error is about a member that is not there to point at, or should not be. */
const MEMBERS: Readonly<
  Record<string, readonly [param: string, key: 'member_missing' | 'member_unknown'] | undefined>
> = {
  required: ['missingProperty', 'member_missing'],
  dependentRequired: ['missingProperty', 'member_missing'],
  additionalProperties: ['additionalProperty', 'member_unknown'],
  unevaluatedProperties: ['unevaluatedProperty', 'member_unknown'],
};

/**
 * Errors of ajv: its ValidationError (`errors`, with `ajv` and `validation`), `validate.errors`
 * thrown as a list, and any error that carries that list as `errors`; by the shape of an ErrorObject.
 *
 * Its messages are made from the schema alone, never from the data (vocabularies); a message that
 * repeats the value, which verbose mode gives as `data`, is replaced.
 *
 * @see https://ajv.js.org/api.html#error-objects (8.20, 6.15)
 */
export const ajv = defineMapper({
  name: 'ajv',
  libraries: 'ajv 8 and 6',
  match: { has: ['errors'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const errors = listOf(list ? thrown : readProperty(thrown, 'errors'));
    return errors !== undefined && isAjvError(errors[0])
      ? refuseContent(context, errors, { read: readAjvError })
      : undefined;
  },
});

/** Whether it is an ErrorObject of ajv. */
export function isAjvError(value: unknown): boolean {
  return (
    ['schemaPath', 'keyword'].every((name) => typeof readProperty(value, name) === 'string') &&
    typeof pathIn(value) === 'string'
  );
}

function pathIn(error: unknown): unknown {
  return readProperty(error, 'instancePath') ?? readProperty(error, 'dataPath');
}

/** ajv 6 has a pointer only with `jsonPointers`; else it is `.items[0]['first name']`. */
function pathOf(error: unknown): readonly string[] {
  const path = pathIn(error);
  if (typeof path !== 'string' || path === '' || path.startsWith('/')) return parsePointer(path);
  return parsePath(path.replace(/^\./, '').replaceAll(/\['([^'"\\]*)'\]/g, '["$1"]'));
}

/** Reads an ErrorObject. */
export function readAjvError(error: unknown): Finding {
  const keyword = readProperty(error, 'keyword');
  const path = pathOf(error);
  const [param, key] = (typeof keyword === 'string' ? MEMBERS[keyword] : undefined) ?? [];
  const member =
    param === undefined ? undefined : readProperty(readProperty(error, 'params'), param);
  return {
    path: typeof member === 'string' ? [...path, member] : path,
    key: typeof member === 'string' ? key : undefined,
    code: keyword,
    message: readProperty(error, 'message'),
    refused: [readProperty(error, 'data')],
  };
}
