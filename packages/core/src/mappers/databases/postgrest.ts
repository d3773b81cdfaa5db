import { readText } from '../../values/read-property.js';
import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';
import { findSqlstate } from './sqlstates.js';

/** Codes of PostgREST itself; all others are our fault. @see https://docs.postgrest.org/en/stable/references/errors.html */
const CODES = byCode<DatabaseAnswer>({
  record_not_found: 'PGRST116',
  database_unavailable: 'PGRST000 PGRST001 PGRST002',
  database_timeout: 'PGRST003',
});

/** What the client has in the place of an answer, where there was none: the error of its fetch as text. */
const FAILED_FETCH = /^(?:TypeError: fetch failed|FetchError: )/;

/**
 * What PostgREST says, with a SQLSTATE where PostgreSQL has said it. The client hands it over as an error
 * or as a plain object, by its four members.
 */
export const postgrest = defineMapper({
  name: 'postgrest',
  libraries: '@supabase/supabase-js, @supabase/postgrest-js',
  match: { has: ['hint'] },
  answers: DATABASE_ANSWERS,
  map({ thrown, code, properties }, { answer }) {
    if (typeof code !== 'string' || !properties.includes('details')) return undefined;
    if (code === '') {
      const failed = FAILED_FETCH.test(readText(thrown, 'message'));
      return failed ? answer('database_unavailable') : undefined;
    }
    return answer(CODES.get(code) ?? findSqlstate(code) ?? 'database_failed');
  },
});
