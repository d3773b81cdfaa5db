import { findReasonPhrase } from '../../statuses/registered.js';
import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

/** All that its constructor sets, and anybody can see: a class's own `message` is hidden. */
const SET_BY_PASSPORT = 'message,name,status';

/**
 * Requests that passport could not authenticate, with `failWithError: true`. The name is anybody's;
 * passport alone makes an error of a function, with three visible members and the phrase of 401 for a
 * message. The challenges of its strategies are on the response already and stay there.
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
  map({ thrown, properties }, { answer }) {
    const isPassports =
      readProperty(thrown, 'status') === 401 &&
      readProperty(thrown, 'message') === findReasonPhrase(401) &&
      [...new Set(properties)].sort().join() === SET_BY_PASSPORT;
    return isPassports ? answer('authentication_failed') : undefined;
  },
});
