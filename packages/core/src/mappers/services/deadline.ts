import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { bears } from '../marks.js';

const NAMES = ['AbortError', 'TimeoutError'];
const CODES = ['ABORT_ERR', 'ERR_CANCELED'];
const SIGNS: ReadonlySet<string | number> = new Set([...NAMES, ...CODES]);

/** A child process that ran longer than its `timeout`; one that wrote too much has a code. */
const KILLED = { killed: '=true', cmd: 'string', signal: 'string', code: 'null' };

/**
 * What `AbortSignal` rejects with. Whether the client has left is decided before; here it was a
 * deadline of the server's own, or somebody who gave up on the work.
 *
 * @see https://dom.spec.whatwg.org/#aborting-ongoing-activities
 */
export const deadline = defineMapper({
  name: 'deadline',
  libraries: 'AbortSignal, AbortController, and what takes a signal; node:child_process',
  match: { name: NAMES, code: CODES, has: ['killed'] },
  answers: {
    deadline_exceeded: { status: 504, when: 'a time limit of the server ran out (TimeoutError)' },
    work_aborted: { status: 503, when: 'the server gave the work up (AbortError)' },
  },
  map({ thrown, name, className = name, code }, { answer }) {
    if (bears(thrown, KILLED)) return answer('deadline_exceeded');
    if (![name, className, code].some((one) => one !== undefined && SIGNS.has(one)))
      return undefined;
    // Node's own functions reject with an AbortError whose cause is the signal's reason.
    const timedOut = [className, readProperty(readProperty(thrown, 'cause'), 'name')].includes(
      'TimeoutError',
    );
    return answer(timedOut ? 'deadline_exceeded' : 'work_aborted');
  },
});
