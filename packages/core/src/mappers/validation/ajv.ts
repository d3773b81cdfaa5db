import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
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
 * @see https://ajv.js.org/api.html#error-objects (8.20)
 */
export const ajv = defineMapper({
  name: 'ajv',
  libraries: 'ajv 8',
  match: { has: ['errors'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const errors = listOf(list ? thrown : readProperty(thrown, 'errors'));
    return errors !== undefined && isErrorObject(errors[0])
      ? refuseContent(context, errors, { read: readError })
      : undefined;
  },
});

function isErrorObject(value: unknown): boolean {
  return ['instancePath', 'schemaPath', 'keyword'].every(
    (name) => typeof readProperty(value, name) === 'string',
  );
}

function readError(error: unknown): Finding {
  const keyword = readProperty(error, 'keyword');
  const path = parsePointer(readProperty(error, 'instancePath'));
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
