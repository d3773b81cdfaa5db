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
 * Likewise, plain properties: express-jwt's `inner`; TypeORM's `driverError`; Sequelize's `original`
 * and `parent`.
 */
const PLAIN_HOLDERS = ['inner', 'driverError', 'original', 'parent'] as const;

/** Of an AggregateError only the first ones are looked into. */
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
    for (const property of PLAIN_HOLDERS) {
      if (properties.includes(property)) look(thrown, property, property);
    }
  }
  if (name === 'AggregateError') {
    const errors = readProperty(thrown, 'errors');
    for (let at = 0; at < MAX_ERRORS; at += 1) look(errors, String(at), `errors[${at}]`);
  }
  return found;
}
