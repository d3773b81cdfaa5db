import { defineMapper } from '../define-mapper.js';

/** What multer's codes mean. */
const CODES = {
  LIMIT_FILE_SIZE: 'file_too_large',
  LIMIT_FILE_COUNT: 'files_too_many',
  LIMIT_PART_COUNT: 'form_parts_too_many',
  LIMIT_FIELD_COUNT: 'form_fields_too_many',
  LIMIT_FIELD_VALUE: 'form_field_too_large',
  LIMIT_FIELD_KEY: 'form_field_name_invalid',
  LIMIT_FIELD_NESTING: 'form_field_name_invalid',
  LIMIT_FIELD_ARRAY_INDEX: 'form_field_name_invalid',
  INVALID_FIELD_NAME: 'form_field_name_invalid',
  MISSING_FIELD_NAME: 'form_field_name_invalid',
  LIMIT_UNEXPECTED_FILE: 'file_unexpected',
  STREAM_DESTROYED: 'request_aborted',
} as const;

/**
 * Uploads that multer and \@koa/multer refused, by the code that they document. The names of fields
 * and files are the client's words and are not repeated.
 *
 * @see https://github.com/expressjs/multer (2.5, lib/multer-error.js)
 */
export const multer = defineMapper({
  name: 'multer',
  libraries: 'multer, @koa/multer',
  match: { code: Object.keys(CODES) },
  answers: {
    file_too_large: { status: 413, when: 'a file is larger than the limit' },
    files_too_many: { status: 413, when: 'there are more files than the limit' },
    form_parts_too_many: { status: 413, when: 'there are more parts than the limit' },
    form_fields_too_many: { status: 413, when: 'there are more fields than the limit' },
    form_field_too_large: { status: 413, when: 'a field is larger than the limit' },
    form_field_name_invalid: {
      status: 400,
      when: 'the name of a field is missing, too long or nested too deep',
    },
    file_unexpected: { status: 400, when: 'a file came in a field that takes none, or no more' },
    request_aborted: { status: 400, when: 'the client left before the form had arrived' },
  },
  map({ code }, { answer }) {
    return answer(CODES[code as keyof typeof CODES]);
  },
});
