import { basic } from './basic.js';
import { buildChallenge, challenge } from './build-challenge.js';
import { listChallenges } from './challenge-fields.js';
import { digest } from './digest.js';
import { bearer, dpop } from './oauth.js';

const DIGEST = { realm: 'a', nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' } as const;

describe('the builders', () => {
  it.each<[string, () => unknown, string]>([
    ['a scope with a quote', () => bearer({ scope: 'a"b' }), 'scope must be scope tokens'],
    ['a scope with two spaces', () => bearer({ scope: 'a  b' }), 'scope must be scope tokens'],
    ['an empty scope', () => bearer({ scope: [] }), 'scope must be scope tokens'],
    [
      'an error_uri with a space',
      () => bearer({ error: 'invalid_token', errorUri: 'https://a b' }),
      'errorUri must be a URI',
    ],
    [
      'resource metadata with a line break',
      () => bearer({ resourceMetadata: 'https://a\r\nb' }),
      'resourceMetadata must be a URI',
    ],
    ['a negative max_age', () => bearer({ maxAge: -1 }), 'maxAge must be whole seconds'],
    ['a realm that is no string', () => basic({ realm: 1 as never }), 'realm must be a string'],
    [
      'another charset',
      () => basic({ realm: 'a', charset: 'latin1' as never }),
      'charset must be one of UTF-8',
    ],
    ...[bearer, basic, digest, dpop].map(
      (build) =>
        [
          `no parameters for ${build.name}`,
          () => build(undefined as never),
          `${build.name} takes an object of parameters, not undefined`,
        ] as [string, () => unknown, string],
    ),
    ['nothing for bearer', () => bearer({} as never), 'bearer needs one parameter'],
    [
      'an unknown Digest algorithm',
      () => digest({ realm: 'a', nonce: 'n', qop: ['auth'], algorithm: 'SHA-1' as never }),
      'algorithm must be one of',
    ],
    [
      'a Digest without qop',
      () => digest({ realm: 'a', nonce: 'n', qop: [] as never, algorithm: 'MD5' }),
      'qop must name',
    ],
    [
      'a nonce with a quote',
      () => digest({ realm: 'a', nonce: '"', qop: ['auth'], algorithm: 'MD5' }),
      'nonce must be',
    ],
    ['no DPoP algorithm', () => dpop({ algs: [] as never }), 'algs must name'],
    ['DPoP without proofs', () => dpop({ algs: ['none'] }), 'algs must be asymmetric'],
    ['a symmetric DPoP algorithm', () => dpop({ algs: ['HS256'] }), 'algs must be asymmetric'],
    ['DPoP without algs', () => dpop({} as never), 'algs must be asymmetric'],
    ['a DPoP algorithm that is no token', () => dpop({ algs: ['E S'] }), 'algs must be'],
    [
      'a description without an error',
      () => bearer({ realm: 'a', errorDescription: 'b' } as never),
      'errorDescription needs an error',
    ],
    [
      'a page without an error',
      () => dpop({ algs: ['ES256'], errorUri: 'https://a' } as never),
      'errorUri needs an error',
    ],
    ['a scope that is no text', () => bearer({ scope: 1 as never }), 'scope must be scope tokens'],
    ['a charset that is no text', () => basic({ realm: 'a', charset: 1 as never }), 'charset must'],
    [
      'an opaque value that could not come back unchanged',
      () => digest({ ...DIGEST, opaque: 'a\r\nb' }),
      'opaque must be',
    ],
    [
      'a qop that is no list',
      () => digest({ ...DIGEST, qop: 'auth' as never }),
      'qop must be an array',
    ],
    [
      'a stale that is no flag',
      () => digest({ ...DIGEST, stale: 'yes' as never }),
      'stale must be',
    ],
    ['Basic without a realm', () => challenge('Basic'), 'Basic needs the parameter realm'],
    [
      'Digest without a nonce',
      () => challenge('digest', { realm: 'a' }),
      'needs the parameter nonce',
    ],
    ['Bearer without a parameter', () => challenge('Bearer'), 'Bearer needs a parameter'],
    ['Bearer with a token68', () => challenge('bearer', 'YQ'), 'bearer needs a parameter'],
    [
      'a Bearer description with a quote, however it was made',
      () => challenge('BEARER', { error: 'invalid_token', error_description: 'a"b' }),
      'error_description must be',
    ],
    ['a scope with a backslash', () => challenge('DPoP', { Scope: 'a\\' }), 'scope must be'],
    ['no challenge', () => listChallenges(undefined as never), 'challenges must be'],
    [
      'a challenge without parameters',
      () => listChallenges({ scheme: 'X' } as never),
      'must be a realm',
    ],
    ['an empty list of challenges', () => listChallenges([] as never), 'one challenge at least'],
    ['an empty scope', () => listChallenges(''), 'must not be empty'],
    ['a parameter that is no text', () => challenge('X', { a: 1 as never }), 'a must be a string'],
    ['a scheme that is no token', () => challenge('a b'), 'scheme must be a token'],
    ['a broken token68', () => challenge('Negotiate', 'a b'), 'token68 must be a token68'],
    ['a name that is no token', () => challenge('X', { 'a b': '1' }), 'must be a token'],
    ['one name in two cases', () => challenge('X', { a: '1', A: '2' }), 'parameter A twice'],
    [
      'parameters beside a token68',
      () => buildChallenge({ scheme: 'X', params: { a: '1' }, token68: 'YQ' }),
      'not both',
    ],
  ])('refuses %s [challenge-grammar]', (_what, make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

describe('a description', () => {
  it('keeps its words where the grammar forbids characters [challenge-grammar]', () => {
    const made = bearer({ error: 'invalid_token', errorDescription: 'a "b" \\ c\nd é 😀' });
    expect(buildChallenge(made)).toBe(
      `Bearer error="invalid_token", error_description="a 'b' / c d ? ?"`,
    );
  });
});
