import { defineMapper } from '../define-mapper.js';
import { bears } from '../marks.js';

/**
 * What CASL forbids, by what its error has (`ability`, `action`, `subjectType`). Of what, and why, is
 * not told: its message names the subject.
 *
 * @see https://casl.js.org/v6/en/api/casl-ability#forbiddenerror (7.0)
 */
export const permissions = defineMapper({
  name: 'permissions',
  libraries: '@casl/ability',
  match: { name: ['ForbiddenError'] },
  answers: {
    permission_denied: { status: 403, when: 'the abilities of the user do not include it' },
  },
  map({ thrown }, { answer }) {
    return bears(thrown, MARKS) ? answer('permission_denied') : undefined;
  },
});

const MARKS = { ability: 'object', action: 'string', subjectType: 'string' };
