import { isError } from '../values/kinds.js';
import { readProperty } from '../values/read-property.js';
import type { Traits } from './read-traits.js';

/** An error inside another, and the name of the property that holds it. */
export interface Wrapped {
  readonly property: string;
  readonly value: object;
}

/**
 * Properties by which wrappers hold the error that they are about: ECMAScript's `cause`; GraphQL's
 * `originalError`. Both may be hidden from enumeration.
 */
const HIDDEN_HOLDERS = ['cause', 'originalError'] as const;

/**
 * Likewise, those that an error shows: express-jwt's `inner`; TypeORM's `driverError`; Sequelize's
 * `original` and `parent`; Objection's `nativeError`; verror's `jse_cause`.
 */
const NAMED_HOLDERS = [
  'inner',
  'driverError',
  'original',
  'parent',
  'nativeError',
  'jse_cause',
] as const;

/**
 * Names under which SDKs keep the error that made them give up, and others keep data: AI SDK's
 * `lastError`; grammY's, Pusher's and request's `error`; Stripe's `detail`; Supabase's `context`;
 * nested-error-stacks' `nested`; Auth.js's `err`. What came as data, from another server perhaps, is no
 * error and tells nothing.
 */
const ERROR_HOLDERS = ['lastError', 'error', 'detail', 'context', 'nested', 'err'] as const;

/** Of an AggregateError, and of the errors of all tries, only the first ones are looked into. */
const MAX_ERRORS = 16;

const NOTHING: readonly Wrapped[] = [];

/** The errors that a value wraps, in the order in which they are looked into. */
export function unwrap({ thrown, name, properties }: Traits): readonly Wrapped[] {
  let found = NOTHING;
  const look = (holder: unknown, key: string, property: string): void => {
    const value = readProperty(holder, key);
    if (typeof value === 'object' && value !== null) found = [...found, { property, value }];
  };
  for (const property of HIDDEN_HOLDERS) look(thrown, property, property);
  if (properties.length > 0) {
    for (const property of NAMED_HOLDERS) {
      if (properties.includes(property)) look(thrown, property, property);
    }
    for (const property of ERROR_HOLDERS) {
      if (properties.includes(property) && isError(readProperty(thrown, property))) {
        look(thrown, property, property);
      }
    }
  }
  const isAggregate = name === 'AggregateError';
  if (isAggregate || properties.includes('errors')) {
    const errors = readProperty(thrown, 'errors');
    for (let at = 0; at < MAX_ERRORS; at += 1) {
      const key = String(at);
      if (isAggregate || isError(readProperty(errors, key))) look(errors, key, `errors[${key}]`);
    }
  }
  return found;
}
