import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

/** What formidable's codes mean; the others (1000, 1001, 1004, 1005, 1017, 1018) are the server's fault. */
export const FORMIDABLE_CODES = {
  1002: 'request_aborted',
  1003: 'media_type_unsupported',
  1006: 'form_field_too_large',
  1007: 'form_fields_too_many',
  1008: 'file_too_small',
  1009: 'file_too_large',
  1010: 'file_too_small',
  1011: 'media_type_unsupported',
  1012: 'form_malformed',
  1013: 'form_malformed',
  1014: 'form_malformed',
  1015: 'files_too_many',
  1016: 'file_too_large',
} as const;

/**
 * Forms that formidable refused, by its numeric code beside an `httpCode`.
 *
 * @see https://github.com/node-formidable/formidable (3.5, src/FormidableError.js)
 */
export const formidable = defineMapper({
  name: 'formidable',
  libraries: 'formidable; koa-body, which passes its errors on',
  match: { has: ['httpCode'] },
  answers: {
    file_too_large: { status: 413, when: 'a file, or all together, is larger than the limit' },
    file_too_small: { status: 400, when: 'a file is empty or smaller than the minimum' },
    files_too_many: { status: 413, when: 'there are more files than the limit' },
    form_fields_too_many: { status: 413, when: 'there are more fields than the limit' },
    form_field_too_large: { status: 413, when: 'the fields are larger than the limit' },
    form_malformed: { status: 400, when: 'the form breaks off or is no form' },
    media_type_unsupported: { status: 415, when: 'the media type is missing or no form’s' },
    request_aborted: { status: 400, when: 'the client left before the form had arrived' },
  },
  map({ thrown, code }, { answer }) {
    const known = typeof code === 'number' && Object.hasOwn(FORMIDABLE_CODES, code);
    return known && typeof readProperty(thrown, 'httpCode') === 'number'
      ? answer(FORMIDABLE_CODES[code as keyof typeof FORMIDABLE_CODES])
      : undefined;
  },
});
