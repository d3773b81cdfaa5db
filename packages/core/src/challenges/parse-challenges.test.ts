import { ChallengeSyntaxError } from './challenge-reader.js';
import { parseChallenges } from './parse-challenges.js';

describe('parseChallenges', () => {
  it.each([
    [
      'RFC 9110 §11.6.1',
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        { scheme: 'Basic', params: { realm: 'simple' } },
        { scheme: 'Newauth', params: { realm: 'apps', type: '1', title: 'Login to "apps"' } },
      ],
    ],
    [
      'RFC 7235 §4.1',
      'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
      [
        { scheme: 'Newauth', params: { realm: 'apps', type: '1', title: 'Login to "apps"' } },
        { scheme: 'Basic', params: { realm: 'simple' } },
      ],
    ],
    [
      'RFC 7617 §2.1',
      'Basic realm="foo", charset="UTF-8"',
      [{ scheme: 'Basic', params: { realm: 'foo', charset: 'UTF-8' } }],
    ],
    [
      'RFC 7616 §3.9.1',
      'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, ' +
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", ' +
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
      [
        {
          scheme: 'Digest',
          params: {
            realm: 'http-auth@example.org',
            qop: 'auth, auth-int',
            algorithm: 'SHA-256',
            nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
            opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
          },
        },
      ],
    ],
    [
      'RFC 6750 §3',
      'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
      [
        {
          scheme: 'Bearer',
          params: {
            realm: 'example',
            error: 'invalid_token',
            error_description: 'The access token expired',
          },
        },
      ],
    ],
    [
      'RFC 9449 §7.1',
      'DPoP algs="ES256 PS256"',
      [{ scheme: 'DPoP', params: { algs: 'ES256 PS256' } }],
    ],
    [
      'RFC 9449 §9',
      'DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"',
      [
        {
          scheme: 'DPoP',
          params: {
            error: 'use_dpop_nonce',
            error_description: 'Resource server requires nonce in DPoP proof',
          },
        },
      ],
    ],
    [
      'RFC 9470 §3',
      'Bearer error="insufficient_user_authentication", error_description="A different ' +
        'authentication level is required", acr_values="myACR"',
      [
        {
          scheme: 'Bearer',
          params: {
            error: 'insufficient_user_authentication',
            error_description: 'A different authentication level is required',
            acr_values: 'myACR',
          },
        },
      ],
    ],
    [
      'RFC 9728 §5.1',
      'Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"',
      [
        {
          scheme: 'Bearer',
          params: {
            resource_metadata: 'https://resource.example.com/.well-known/oauth-protected-resource',
          },
        },
      ],
    ],
    ['RFC 4559 §4.1', 'Negotiate', [{ scheme: 'Negotiate', params: {} }]],
    [
      'RFC 4559 §4.2',
      'Negotiate oYGfMIGc==',
      [{ scheme: 'Negotiate', params: {}, token68: 'oYGfMIGc==' }],
    ],
  ])('reads the example of %s', (_section, text, expected) => {
    expect(parseChallenges(text, { strict: true })).toEqual(expected);
  });

  it.each<[string, string | string[], string[]]>([
    ['nothing', '', []],
    ['only separators', ' ,\t, ', []],
    ['empty members', ', Basic realm="a",, ,Bearer realm="b",', ['Basic', 'Bearer']],
    ['white space around "="', 'Basic realm = "a" , charset\t=\t"UTF-8"', ['Basic']],
    ['a space before an empty member', 'Basic , realm="a"', ['Basic']],
    ['a tab behind the scheme', 'Basic\trealm="a"', ['Basic']],
    ['parameters on a line of their own', ['Basic realm="a"', 'charset="UTF-8"'], ['Basic']],
    ['several lines', ['Basic realm="a"', 'Bearer realm="b"'], ['Basic', 'Bearer']],
    ['schemes without parameters', 'Negotiate, NTLM', ['Negotiate', 'NTLM']],
    ['a trailing space', 'Negotiate ', ['Negotiate']],
    [
      'a token68 before parameters of the next',
      'Negotiate YQ==, Basic realm="a"',
      ['Negotiate', 'Basic'],
    ],
    ['commas inside quotes', 'Basic realm="a, Bearer b", Digest realm="c"', ['Basic', 'Digest']],
  ])('tolerates %s [challenge-list]', (_what, text, schemes) => {
    expect(parseChallenges(text).map(({ scheme }) => scheme)).toEqual(schemes);
    expect(parseChallenges(text, { strict: true }).map(({ scheme }) => scheme)).toEqual(schemes);
  });

  it('gives a token68 to the challenge that it follows', () => {
    expect(parseChallenges('Basic realm="a", Negotiate YQ==')).toEqual([
      { scheme: 'Basic', params: { realm: 'a' } },
      { scheme: 'Negotiate', params: {}, token68: 'YQ==' },
    ]);
  });

  it('takes lines for members of one list', () => {
    expect(parseChallenges(['Basic realm="a"', 'charset="UTF-8", Bearer realm="b"'])).toEqual([
      { scheme: 'Basic', params: { realm: 'a', charset: 'UTF-8' } },
      { scheme: 'Bearer', params: { realm: 'b' } },
    ]);
  });

  it('names the line of an error behind the first', () => {
    expect(() => parseChallenges(['Negotiate', 'Basic@'], { strict: true })).toThrow(
      'expected a space or a comma at position 5 of field value 1',
    );
  });

  it('keeps the first of two parameters of one name', () => {
    expect(parseChallenges('Basic realm="a", REALM="b"')).toEqual([
      { scheme: 'Basic', params: { realm: 'a' } },
    ]);
  });

  it('holds a parameter named __proto__ like any other', () => {
    const [challenge] = parseChallenges('X __proto__="a"');
    expect(Object.entries(challenge?.params ?? {})).toEqual([['__proto__', 'a']]);
  });

  it.each([
    ['realm="a"', 'an auth-scheme', 0],
    ['"quoted"', 'an auth-scheme', 0],
    ['Basic realm="a" charset="b"', 'a comma', 16],
    ['Basic realm="a', 'a token or a quoted-string', 12],
    ['Basic a=b, realm=', 'a token or a quoted-string', 17],
    ['Basic realm="a", realm="b"', 'no second realm', 17],
    ['Basic "a"', 'a token68 or a parameter', 6],
    ['Basic@', 'a space or a comma', 5],
    ['Negotiate YQ==, a=b', 'an auth-scheme', 16],
    ['Negotiate, a=b', 'an auth-scheme', 11],
    ['Basic realm="a\0b"', 'no control character', 14],
    ['Basic realm="a\\\r"', 'no control character', 15],
  ])('says in strict mode where %s is wrong', (text, expected, position) => {
    const parse = (): unknown => parseChallenges(text, { strict: true });
    expect(parse).toThrow(ChallengeSyntaxError);
    // With no line behind it: there is but one.
    expect(parse).toThrow(new RegExp(`^expected ${expected} at position ${position}$`));
  });

  it.each([
    ['Basic realm="a" junk, Bearer realm="b"', ['Basic', 'Bearer']],
    ['Basic realm=, Bearer realm="b"', ['Basic', 'Bearer']],
    ['=, Basic realm="a"', ['Basic']],
    ['Basic @"a, b", Bearer realm="b"', ['Basic', 'Bearer']],
    ['Basic realm="a\0b", Bearer realm="b"', ['Basic', 'Bearer']],
    ['Basic realm="never ends, Bearer realm=b', ['Basic']],
  ])('reads on behind what is wrong in %s', (text, schemes) => {
    expect(parseChallenges(text).map(({ scheme }) => scheme)).toEqual(schemes);
  });
});
