import { readProperty } from './read-property.js';

/** An error inside another, and the name of the property that holds it. */
export interface Wrapped {
  readonly property: string;
  readonly value: object;
}

/**
 * Properties by which wrappers hold the error that they are about, the usual one first: ECMAScript's
 * `cause`; GraphQL, Apollo and others' `originalError`; express-jwt's and express-oauth2-jwt-bearer's
 * `inner`; Sequelize's `original` and `parent`; TypeORM's `driverError`.
 */
const HOLDERS = ['cause', 'originalError', 'inner', 'driverError', 'original', 'parent'] as const;

const NOTHING: readonly Wrapped[] = [];

/** Of an AggregateError only the first ones are looked into. */
const MAX_ERRORS = 16;

/** The errors that a value wraps, in the order in which they are looked into. */
export function unwrap(wrapper: unknown): readonly Wrapped[] {
  let found = NOTHING;
  for (const property of HOLDERS) {
    const value = readProperty(wrapper, property);
    if (isWrapped(value)) found = [...found, { property, value }];
  }
  if (readProperty(wrapper, 'name') === 'AggregateError') {
    const errors = readProperty(wrapper, 'errors');
    for (let at = 0; at < MAX_ERRORS; at += 1) {
      const value = readProperty(errors, String(at));
      if (isWrapped(value)) found = [...found, { property: `errors[${at}]`, value }];
    }
  }
  return found;
}

function isWrapped(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
