import type { Answers } from '../built-in-mapper.js';
import { DATABASE_ANSWERS } from '../databases/answers.js';
import { deadline } from '../services/deadline.js';
import { system } from '../services/system.js';

/** What errors come to that are known by their kind alone. */
export const KIND_ANSWERS = {
  already_exists: DATABASE_ANSWERS.already_exists,
  still_referenced: DATABASE_ANSWERS.still_referenced,
  changed_meanwhile: DATABASE_ANSWERS.changed_meanwhile,
  value_not_accepted: DATABASE_ANSWERS.value_not_accepted,
  transaction_conflict: DATABASE_ANSWERS.transaction_conflict,
  dependency_unavailable: system.answers.dependency_unavailable,
  dependency_timeout: {
    status: 504,
    when: 'a database, queue or the like did not answer in time',
  },
  server_exhausted: system.answers.server_exhausted,
  work_aborted: deadline.answers.work_aborted,
} as const satisfies Answers;

export type KindAnswer = keyof typeof KIND_ANSWERS;
