import { defineMapper } from '../define-mapper.js';

/**
 * Requests without a valid CSRF token, by the code that csurf introduced and its successors kept.
 *
 * @see https://github.com/expressjs/csurf#error-handling (1.11), https://github.com/Psifi-Solutions/csrf-csrf (4.0)
 */
export const csrf = defineMapper({
  name: 'csrf',
  libraries: 'csurf, csrf-csrf, csrf-sync, lusca',
  match: { code: ['EBADCSRFTOKEN'] },
  answers: {
    csrf_token_invalid: { status: 403, when: 'the CSRF token is missing or does not fit' },
  },
  map(_, { answer }) {
    return answer('csrf_token_invalid');
  },
});
