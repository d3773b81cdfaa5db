import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * Sequelize's and TypeORM's errors by the `name` that they set themselves. What only wraps a driver's
 * error is left to that one.
 *
 * @see https://sequelize.org/api/v6/identifiers.html#errors
 */
const NAMES: Readonly<Record<string, DatabaseAnswer | undefined>> = {
  SequelizeUniqueConstraintError: 'already_exists',
  SequelizeForeignKeyConstraintError: 'still_referenced',
  SequelizeExclusionConstraintError: 'already_exists',
  SequelizeOptimisticLockError: 'changed_meanwhile',
  SequelizeEmptyResultError: 'record_not_found',
  SequelizeTimeoutError: 'database_timeout',
  SequelizeConnectionError: 'database_unavailable',
  SequelizeConnectionAcquireTimeoutError: 'database_unavailable',
  SequelizeConnectionRefusedError: 'database_unavailable',
  SequelizeConnectionTimedOutError: 'database_unavailable',
  SequelizeHostNotFoundError: 'database_unavailable',
  SequelizeHostNotReachableError: 'database_unavailable',
  SequelizeInvalidConnectionError: 'database_unavailable',
  SequelizeAccessDeniedError: 'database_failed',
  EntityNotFoundError: 'record_not_found',
  OptimisticLockVersionMismatchError: 'changed_meanwhile',
  OptimisticLockCanNotBeUsedError: 'database_failed',
};

export const objectMappers = defineMapper({
  name: 'object-mappers',
  libraries: 'Sequelize, TypeORM',
  match: { name: Object.keys(NAMES) },
  answers: DATABASE_ANSWERS,
  map({ thrown, name = '' }, { answer }) {
    const known = NAMES[name];
    if (known === undefined) return undefined;
    // Any ORM may call an error EntityNotFoundError; TypeORM's tells the class that it looked for.
    if (name === 'EntityNotFoundError' && readProperty(thrown, 'entityClass') === undefined) {
      return undefined;
    }
    return answer(known);
  },
});
