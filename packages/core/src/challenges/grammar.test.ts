import { digest } from './digest.js';
import {
  checkGrammar,
  ERROR_TEXT,
  type Grammar,
  JWS_ALGORITHM,
  NONCE,
  parseQuotedText,
  SCOPE,
  TOKEN68,
  URI,
} from './grammar.js';
import { dpop } from './oauth.js';

const CHARACTERS = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));

/** %x21 / %x23-5B / %x5D-7E (RFC 6749 §A) */
const isNqchar = (character: string): boolean =>
  character > ' ' && character < '\x7f' && character !== '"' && character !== '\\';

const isNqschar = (character: string): boolean => character === ' ' || isNqchar(character);

const isOfToken68 = (character: string): boolean => /^[A-Za-z0-9\-._~+/]$/.test(character);

const isAccepted = (value: string, grammar: Grammar): boolean => {
  try {
    return checkGrammar('value', value, grammar) === value;
  } catch {
    return false;
  }
};

describe('the grammar of', () => {
  it.each<[name: string, grammar: Grammar, isAllowed: (character: string) => boolean]>([
    ['an error (RFC 6750 §3)', ERROR_TEXT, isNqschar],
    ['a scope (RFC 6749 §3.3)', SCOPE, isNqchar],
    ['a URI (RFC 6750 §3)', URI, isNqchar],
    ['an algorithm (RFC 7515 §4.1.1)', JWS_ALGORITHM, isNqchar],
    ['a nonce (RFC 9449 §8.1)', NONCE, isNqchar],
    ['a token68 (RFC 9110 §11.2)', TOKEN68, isOfToken68],
  ])('%s lets through what it may be made of, and no more', (_name, grammar, isAllowed) => {
    const places = (character: string) =>
      [character, `${character}a`, `a${character}`].map((value) => isAccepted(value, grammar));
    // That a token68 may end in any number of "=" is asked below.
    const asked = CHARACTERS.filter((one) => !(grammar === TOKEN68 && one === '='));
    for (const character of asked) {
      const expected = isAllowed(character);
      expect([character, ...places(character)]).toEqual([character, expected, expected, expected]);
    }
    expect(isAccepted('', grammar)).toBe(false);
  });

  it.each([
    ['a b', true],
    ['a b c', true],
    [' a', false],
    ['a ', false],
    ['a  b', false],
    ['a "', false],
  ])('a scope takes %j: %p', (value, expected) => {
    expect(isAccepted(value, SCOPE)).toBe(expected);
  });

  it.each([
    ['none', false],
    ['None', false],
    ['HS256', false],
    ['hs512', false],
    ['HS', true],
    ['HSM', true],
    ['HS256x', true],
    ['nonesuch', true],
    ['ES256', true],
  ])('an algorithm takes %j: %p', (value, expected) => {
    expect(isAccepted(value, JWS_ALGORITHM)).toBe(expected);
  });

  it.each([
    ['YQ==', true],
    ['=', false],
    ['YQ=a', false],
  ])('a token68 takes %j: %p', (value, expected) => {
    expect(isAccepted(value, TOKEN68)).toBe(expected);
  });

  it('refuses what is no text, whatever it looks like', () => {
    const posing = { toString: () => 'a' };
    expect(() => checkGrammar('value', posing, NONCE)).toThrow('value must be');
    expect(() => checkGrammar('value', 1, NONCE)).toThrow(TypeError);
  });
});

describe('parseQuotedText', () => {
  it('leaves what holds more than octets as it is', () => {
    expect(parseQuotedText('\u0141')).toBe('\u0141');
    expect(parseQuotedText('\u00c3\u00a9 \u0141')).toBe('\u00c3\u00a9 \u0141');
  });
});

describe('the parameters', () => {
  const DIGEST = { realm: 'a', nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' } as const;

  it.each([
    'SHA-512-256',
    'SHA-512-256-sess',
    'SHA-256',
    'SHA-256-sess',
    'MD5',
    'MD5-sess',
  ] as const)('of a Digest may name the algorithm %s (RFC 7616 §6.1)', (algorithm) => {
    expect(digest({ ...DIGEST, algorithm }).params).toMatchObject({ algorithm });
  });

  it('are named where they are wrong', () => {
    expect(() => digest({ ...DIGEST, domain: ['/a b'] })).toThrow('domain must be');
    expect(() => dpop({ algs: ['ES256'], nonce: 'a b' })).toThrow('nonce must be');
  });
});
