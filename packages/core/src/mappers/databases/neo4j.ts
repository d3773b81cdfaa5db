import { readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/** What a code begins with, the more particular first, and what its class of errors comes to. */
const CODES: readonly (readonly [start: RegExp, answer: DatabaseAnswer])[] = [
  [/^(?:ServiceUnavailable|SessionExpired)$/, 'database_unavailable'],
  [/^Neo\.ClientError\.(?:Cluster\.NotALeader|\w+\.\w*ReadOnly)/, 'database_unavailable'],
  [/^Neo\.\w+\.Transaction\.\w*TimedOut/, 'database_timeout'],
  [/^Neo\.TransientError\.Transaction\./, 'transaction_conflict'],
  [/^Neo\.TransientError\./, 'database_unavailable'],
];

/** One code for every constraint; only the words tell them apart. */
const CONSTRAINTS: readonly (readonly [words: RegExp, answer: DatabaseAnswer])[] = [
  [/\balready exists\b/, 'already_exists'],
  [/\bstill has relationships\b/, 'still_referenced'],
  [/\bmust (?:have|be)\b/, 'value_not_accepted'],
];

/** Errors of Neo4j and its driver by code; what it says of a pool has none. */
export const neo4j = defineMapper({
  name: 'neo4j',
  libraries: 'neo4j-driver',
  match: { name: ['Neo4jError'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code = '' }, { answer }) {
    const message = readText(thrown, 'message');
    const known = String(code).endsWith('.ConstraintValidationFailed')
      ? (CONSTRAINTS.find(([words]) => words.test(message))?.[1] ?? 'already_exists')
      : CODES.find(([start]) => start.test(String(code)))?.[1];
    const waited = message.startsWith('Connection acquisition timed out');
    return answer(known ?? (waited ? 'database_unavailable' : 'database_failed'));
  },
});
