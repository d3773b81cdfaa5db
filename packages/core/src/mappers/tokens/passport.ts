import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';

/**
 * Requests that passport could not authenticate, with `failWithError: true`, by the name that its
 * error sets and the status 401. The challenges of its strategies are on the response already and
 * stay there.
 *
 * @see https://github.com/jaredhanson/passport (0.7, lib/errors/authenticationerror.js)
 */
export const passport = defineMapper({
  name: 'passport',
  libraries: 'passport and koa-passport with `failWithError: true`',
  match: { name: ['AuthenticationError'] },
  answers: {
    authentication_failed: { status: 401, when: 'no strategy accepted the credentials' },
  },
  map({ thrown }, { answer }) {
    return readProperty(thrown, 'status') === 401 ? answer('authentication_failed') : undefined;
  },
});
