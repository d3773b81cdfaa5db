import { listOf, readProperty, textOf } from '../../values/read-property.js';
import type { ExtraMessageKey } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** Checks that Sequelize makes of itself, by the key that it gives them. */
const KINDS: Readonly<Record<string, ExtraMessageKey | undefined>> = {
  is_null: 'member_missing',
  not_a_string: 'value_kind_wrong',
};

/** Its own messages, which name the model; others are the author's. */
const OWN_MESSAGE =
  /^(?:Validation \S+ on \S+ failed|\S+ cannot be (?:null|an array or an object))$/;

/**
 * Records that the validators of a Sequelize model refuse before the database sees them, by the name
 * that the error sets and its items; of `bulkCreate`, those of the first record.
 *
 * @see https://sequelize.org/api/v6/class/src/errors/validation-error.ts~validationerror (6.37)
 */
export const sequelize = defineMapper({
  name: 'sequelize',
  libraries: 'Sequelize: validators of a model',
  match: { name: ['SequelizeValidationError', 'SequelizeBulkRecordError'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const errors = readProperty(thrown, 'errors');
    const items = listOf(errors) ?? listOf(readProperty(errors, 'errors'));
    return items && refuseContent(context, items, { read: readItem });
  },
});

function readItem(item: unknown): Finding {
  const path = readProperty(item, 'path');
  const code = readProperty(item, 'validatorKey');
  const message = readProperty(item, 'message');
  const own = typeof message !== 'string' || OWN_MESSAGE.test(message);
  return {
    path: typeof path === 'string' ? [path] : [],
    code,
    ...(own ? { key: KINDS[textOf(code)] ?? 'value_invalid' } : { message }),
    refused: [readProperty(item, 'value')],
  };
}
