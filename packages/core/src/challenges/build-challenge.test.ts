import fc from 'fast-check';
import { basic } from './basic.js';
import { buildChallenge, challenge } from './build-challenge.js';
import { digest } from './digest.js';
import { bearer, dpop } from './oauth.js';
import { parseChallenges } from './parse-challenges.js';

describe('buildChallenge', () => {
  it.each([
    ['RFC 7617 §2', basic({ realm: 'WallyWorld' }), 'Basic realm="WallyWorld"'],
    [
      'RFC 7617 §2.1',
      basic({ realm: 'foo', charset: 'UTF-8' }),
      'Basic realm="foo", charset="UTF-8"',
    ],
    ['RFC 6750 §3', bearer({ realm: 'example' }), 'Bearer realm="example"'],
    [
      'RFC 6750 §3',
      bearer({
        realm: 'example',
        error: 'invalid_token',
        errorDescription: 'The access token expired',
      }),
      'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
    ],
    [
      'RFC 7616 §3.9.1',
      digest({
        realm: 'http-auth@example.org',
        qop: ['auth', 'auth-int'],
        algorithm: 'SHA-256',
        nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
        opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
      }),
      'Digest realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", ' +
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", algorithm=SHA-256, qop="auth, auth-int"',
    ],
    [
      'RFC 7616 §3.9.2',
      digest({
        realm: 'api@example.org',
        qop: ['auth'],
        algorithm: 'SHA-512-256',
        nonce: '5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK',
        opaque: 'HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDssOS',
        charset: 'UTF-8',
        userhash: true,
      }),
      'Digest realm="api@example.org", nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", ' +
        'opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDssOS", algorithm=SHA-512-256, qop="auth", ' +
        'charset=UTF-8, userhash=true',
    ],
    [
      'RFC 6750 §3.1',
      bearer({ error: 'insufficient_scope', scope: ['orders:read', 'orders:write'] }),
      'Bearer error="insufficient_scope", scope="orders:read orders:write"',
    ],
    ['RFC 9449 §7.1', dpop({ algs: ['ES256', 'PS256'] }), 'DPoP algs="ES256 PS256"'],
    [
      'RFC 9449 §9',
      dpop({ algs: ['ES256'], nonce: 'eyJ7S_zG.eyJH0-Z.HX4w-7v' }),
      'DPoP error="use_dpop_nonce", algs="ES256"',
    ],
    [
      'RFC 9470 §3',
      bearer({ error: 'insufficient_user_authentication', acrValues: 'myACR', maxAge: 5 }),
      'Bearer error="insufficient_user_authentication", acr_values="myACR", max_age="5"',
    ],
    [
      'RFC 9728 §5.1',
      bearer({ resourceMetadata: 'https://resource.example.com/.well-known/x' }),
      'Bearer resource_metadata="https://resource.example.com/.well-known/x"',
    ],
    ['RFC 4559 §4.1', challenge('Negotiate'), 'Negotiate'],
    ['RFC 4559 §4.2', challenge('Negotiate', 'oYGfMIGc=='), 'Negotiate oYGfMIGc=='],
    ['RFC 8292 §4.2', challenge('vapid', { realm: 'push' }), 'vapid realm="push"'],
  ])('writes the challenge of %s', (_section, made, expected) => {
    expect(buildChallenge(made)).toBe(expected);
  });

  it('never quotes stale, algorithm, charset and userhash, and quotes all else, in Digest', () => {
    const made = digest({
      realm: 'r',
      nonce: 'n',
      qop: ['auth'],
      algorithm: 'MD5-sess',
      domain: ['/a', '/b'],
      stale: true,
      charset: 'UTF-8',
      userhash: false,
    });
    expect(buildChallenge(made)).toBe(
      'Digest realm="r", domain="/a /b", nonce="n", stale=true, algorithm=MD5-sess, qop="auth", ' +
        'charset=UTF-8, userhash=false',
    );
  });

  it('never lets a value out of its quotes or its line', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'"\\,= \r\n\0\t\u007f\u0080é東😀a', '\ud800'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(hostile, hostile, (realm, errorDescription) => {
        const value = buildChallenge(bearer({ realm, error: 'invalid_token', errorDescription }));
        expect(value).toMatch(/^[\t -~\u0080-\u00ff]*$/);
        const read = parseChallenges(value, { strict: true });
        expect(read).toHaveLength(1);
        expect(Object.keys(read[0]?.params ?? {})).toEqual(['realm', 'error', 'error_description']);
        expect(read[0]?.params.error_description).toMatch(/^[ !#-[\]-~]*$/);
      }),
    );
  });
});
