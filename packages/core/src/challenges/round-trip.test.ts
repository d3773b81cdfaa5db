import fc from 'fast-check';
import { basic } from './basic.js';
import { buildChallenge } from './build-challenge.js';
import { bearer } from './oauth.js';
import { parseChallenges } from './parse-challenges.js';

describe('buildChallenge and parseChallenges', () => {
  const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,12}$/);
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[\p{Cc}]/gu, ' '));
  const params = fc
    .dictionary(
      token.map((name) => name.toLowerCase()),
      text,
      { minKeys: 1, maxKeys: 5 },
    )
    .map((made) => ({ ...made }));

  it('reads what buildChallenge wrote, with any Unicode in the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ scheme: token, params }), { maxLength: 4 }),
        (challenges) => {
          const value = challenges.map(buildChallenge).join(', ');
          expect(parseChallenges(value, { strict: true })).toEqual(challenges);
          expect(parseChallenges(challenges.map(buildChallenge))).toEqual(challenges);
        },
      ),
    );
  });

  it('keep a realm of any Unicode, but for controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (realm) => {
        const shown = Array.from(realm, (one) => (one < ' ' || one === '\u007f' ? ' ' : one)).join(
          '',
        );
        const made = [basic({ realm }), bearer({ realm, scope: 'a' })];
        expect(parseChallenges(made.map(buildChallenge), { strict: true })).toEqual([
          { scheme: 'Basic', params: { realm: shown } },
          { scheme: 'Bearer', params: { realm: shown, scope: 'a' } },
        ]);
      }),
    );
  });

  it('read the same from one line and from several', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'aB= \t'), maxLength: 20 });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (lines) => {
        expect(parseChallenges(lines)).toEqual(parseChallenges(lines.join(',')));
      }),
    );
  });

  it('never throws when it is tolerant, whatever the text', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'aB=",\\ \t;é\0\n'), maxLength: 60 });
    fc.assert(
      fc.property(hostile, (value) => {
        expect(Array.isArray(parseChallenges(value))).toBe(true);
      }),
    );
  });
});
