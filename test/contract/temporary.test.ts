import { HttpError, NotFound, ServiceUnavailable, TooManyRequests } from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing, throwingOneOf } from '../harness/throwing.js';
import { FORMATS } from './support/content-types.js';
import { REGISTERED } from './support/registered.js';

/** The same request may succeed later: the status itself says so. */
const TEMPORARY = [408, 425, 429, 502, 503, 504, 507];

/** The same request will fail however often it is sent. */
const PERMANENT = [400, 405, 406, 410, 411, 414, 415, 417, 418, 422, 426, 428, 431, 501, 505, 510];

function expectation(status: number): boolean | undefined {
  if (TEMPORARY.includes(status)) return true;
  return PERMANENT.includes(status) ? false : undefined;
}

const LABEL = 'This is temporary';

describe('temporary', () => {
  describeEachServer((server) => {
    it('says what the status says, ours and that of others [body-temporary]', async () => {
      const statuses = [...REGISTERED, 499, 599];
      const thrown = statuses.flatMap((status) => [new HttpError(status), createError(status)]);
      const { request } = await server.start(throwingOneOf(thrown));
      for (const [at, { status }] of thrown.entries()) {
        const problem = (await request({ path: `/${at}` })).json();
        expect([status, problem.temporary]).toEqual([status, expectation(status)]);
        expect('temporary' in problem).toBe(expectation(status) !== undefined);
      }
    });

    it.each([
      ['true', new NotFound({ temporary: true }), true],
      ['false', new ServiceUnavailable({ temporary: false }), false],
      ['true, of a 500 whose detail is kept back', new HttpError(500, { temporary: true }), true],
      ['seconds to wait', new NotFound({ retryAfter: 60 }), true],
      ['a date to wait for', new HttpError(413, { retryAfter: new Date(2e12) }), true],
      ['no seconds to wait', new HttpError(409, { retryAfter: 0 }), true],
      [
        'seconds to wait, and false all the same',
        new TooManyRequests({ retryAfter: 60, temporary: false }),
        false,
      ],
    ])('says what the error says: %s [body-temporary]', async (_what, thrown, temporary) => {
      const { request } = await server.start(throwing(thrown));
      expect((await request()).json().temporary).toBe(temporary);
      for (const Accept of ['text/html', 'text/plain']) {
        const { text } = await request({ headers: { Accept } });
        expect(text.includes(LABEL)).toBe(temporary);
      }
      const { text } = await request({ headers: { Accept: 'application/problem+xml' } });
      expect(text).toContain(`<temporary>${temporary}</temporary>`);
    });

    it('is silent in every format where nobody knows [body-temporary]', async () => {
      const { request } = await server.start(throwing(new NotFound()));
      for (const Accept of FORMATS) {
        expect((await request({ headers: { Accept } })).text).not.toMatch(/temporary/i);
      }
    });
  });

  it('covers the registry', () => {
    const known = [...TEMPORARY, ...PERMANENT];
    expect(new Set(known).size).toBe(known.length);
    expect(known.filter((status) => !(REGISTERED as readonly number[]).includes(status))).toEqual(
      [],
    );
  });

  it.each([['yes'], [1], [null]])('must be a flag: %p is refused', (temporary) => {
    expect(() => new NotFound({ temporary: temporary as unknown as boolean })).toThrow(/temporary/);
  });
});
