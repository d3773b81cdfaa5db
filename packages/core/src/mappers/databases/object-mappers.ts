import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * Errors by the `name` that they set themselves, or their class. What only wraps a driver's error is left
 * to that one.
 *
 * @see https://sequelize.org/api/v6/identifiers.html#errors
 */
const NAMES = byCode<DatabaseAnswer>({
  already_exists:
    'SequelizeUniqueConstraintError SequelizeExclusionConstraintError EntryAlreadyExistsError AlreadyExistsError',
  still_referenced: 'SequelizeForeignKeyConstraintError',
  changed_meanwhile: 'SequelizeOptimisticLockError OptimisticLockVersionMismatchError',
  record_not_found: 'SequelizeEmptyResultError EntityNotFoundError NoResultError NotFoundError',
  database_timeout: 'SequelizeTimeoutError',
  database_unavailable:
    'SequelizeConnectionError SequelizeConnectionAcquireTimeoutError SequelizeConnectionRefusedError SequelizeConnectionTimedOutError SequelizeHostNotFoundError SequelizeHostNotReachableError SequelizeInvalidConnectionError ConnectionIsNotSetError CannotExecuteNotConnectedError ReadOnlyException',
  database_failed: 'SequelizeAccessDeniedError OptimisticLockCanNotBeUsedError',
});

/** Any library may have such a name; these have the property that tells what was looked for. */
const MARKS: Readonly<Record<string, readonly string[] | undefined>> = {
  EntityNotFoundError: ['entityClass'],
  NoResultError: ['node'],
  NotFoundError: ['entity', 'sql'],
  ReadOnlyException: ['sqlMessage'],
  EntryAlreadyExistsError: ['lde_message'],
  AlreadyExistsError: ['code'],
};

/** What fast-json-patch says of a patch that can't be applied (RFC 5789 §2.2). */
const OF_PATCH = /^(?:TEST_)?OPERATION_[A-Z_]+$|^SEQUENCE_NOT_AN_ARRAY$/;

export const objectMappers = defineMapper({
  name: 'object-mappers',
  libraries:
    'Sequelize, TypeORM, MikroORM, Kysely, Slonik, pg-promise; ldapjs, ldapts; fast-json-patch',
  match: { name: [...NAMES.keys(), 'QueryResultError', OF_PATCH] },
  answers: DATABASE_ANSWERS,
  map({ name, className, code, properties }, { answer }) {
    const called = className ?? name ?? '';
    // pg-promise: nothing was found where one row had to be; too much is a fault of ours.
    if (called === 'QueryResultError') return code === 0 ? answer('record_not_found') : undefined;
    if (OF_PATCH.test(called) && properties.includes('tree')) {
      return answer(called.startsWith('TEST') ? 'changed_meanwhile' : 'value_not_accepted');
    }
    const known = NAMES.get(called);
    const marks = MARKS[called];
    if (marks !== undefined && !marks.some((mark) => properties.includes(mark))) return undefined;
    return known && answer(known);
  },
});
