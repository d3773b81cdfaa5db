import { isObject } from '../../values/kinds.js';
import { readProperty, readText } from '../../values/read-property.js';
import type { ExtraMessageKey } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';
import { PATH_LIMITS } from './build-pointer.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** What its validators are called, and what is said of a value that one of them refused. */
const KINDS: Readonly<Record<string, ExtraMessageKey | undefined>> = {
  required: 'member_missing',
  min: 'value_too_small',
  max: 'value_too_large',
  minlength: 'text_too_short',
  maxlength: 'text_too_long',
  enum: 'value_not_listed',
};

/** How its own messages begin, nearly all of which repeat the value; others are the author's. */
const OWN_MESSAGE =
  /^(?:Path `|Validator failed for path `|`[\s\S]*` is not a valid enum value for path `)/;

/**
 * Documents that mongoose's schemas refuse: a ValidationError has an error for each path, a CastError
 * or that of a validator; a query's value that is not of the schema's type is a CastError by itself.
 * What is said goes by the kind of the validator, unless the schema's author has words of their own.
 *
 * @see https://mongoosejs.com/docs/api/error.html (9.12)
 */
export const mongoose = defineMapper({
  name: 'mongoose',
  libraries: 'mongoose: ValidationError, CastError, StrictModeError',
  match: { name: ['CastError', 'StrictModeError'], has: ['_message'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown, name }, context) {
    if (name === 'ValidationError') {
      const found = listErrors(thrown);
      return found && refuseContent(context, found, { read: readError });
    }
    const path = readProperty(thrown, 'path');
    const known = typeof readProperty(thrown, name === 'CastError' ? 'kind' : 'isImmutableError');
    if (typeof path !== 'string' || known === 'undefined') return undefined;
    return refuseContent(context, [[path, thrown] as const], { read: readError });
  },
});

type Found = readonly [path: string, error: unknown];

/** Subdocuments are told of once more, as a whole; what is wrong inside stands beside that. */
function listErrors(thrown: object): readonly Found[] | undefined {
  const errors = readProperty(thrown, 'errors');
  if (typeof errors !== 'object' || errors === null) return undefined;
  const found = Object.keys(errors).map((path): Found => [path, readProperty(errors, path)]);
  const single = found.filter(([, error]) => readProperty(error, 'name') !== 'ValidationError');
  return single.length === 0 ? found : single;
}

function readError([path, error]: Found): Finding {
  const kind = readText(error, 'kind');
  const name = readProperty(error, 'name');
  // A member of a map is `prices.$*` where it is only said of the schema.
  const segments = path
    .slice(0, PATH_LIMITS.length)
    .split('.', PATH_LIMITS.segments)
    .filter((segment) => segment !== '$*');
  if (name === 'CastError') return { path: segments, code: 'cast', key: 'value_kind_wrong' };
  if (name === 'StrictModeError') return { path: segments, code: 'strict', key: 'member_unknown' };
  const message = readProperty(error, 'message');
  const value = readProperty(error, 'value');
  // Lists, dates and the like are written out in too many ways to be looked for.
  const own = typeof message !== 'string' || OWN_MESSAGE.test(message) || isObject(value);
  return {
    path: segments,
    code: kind,
    ...(own ? { key: KINDS[kind] ?? 'value_invalid' } : { message }),
    refused: [value],
  };
}
