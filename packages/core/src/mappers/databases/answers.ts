import type { Answers } from '../built-in-mapper.js';

/** What every database's errors come to, whatever it calls them. */
export const DATABASE_ANSWERS = {
  already_exists: { status: 409, when: 'a unique value is taken' },
  still_referenced: { status: 409, when: 'a reference would point to nothing' },
  changed_meanwhile: { status: 409, when: 'the record was changed since it was read' },
  value_not_accepted: { status: 422, when: 'the database refuses a value that came as data' },
  record_not_found: { status: 404, when: 'a record that must be there is not' },
  transaction_conflict: {
    status: 503,
    when: 'a transaction lost against another and may be repeated',
    retryAfter: 1,
  },
  database_unavailable: {
    status: 503,
    when: 'the database can not be reached, is full of connections, or is restarting',
    retryAfter: 5,
  },
  database_timeout: { status: 504, when: 'the database did not finish in time' },
  database_full: { status: 503, when: 'the database has no room left' },
  database_failed: {
    status: 500,
    when: 'the statement, its rights or the database itself is at fault',
  },
} as const satisfies Answers;

export type DatabaseAnswer = keyof typeof DATABASE_ANSWERS;
