import {
  basic,
  bearer,
  challenge,
  digest,
  HttpError,
  parseChallenges,
  Unauthorized,
} from '@faultless/node';
import createError from 'http-errors';
import { describeEachChallenger } from './support/challengers.js';

const DIGEST = { realm: 'r', nonce: 'n', qop: ['auth'] } as const;

describeEachChallenger('challenges', (ask) => {
  const challengesOf = async (thrown: unknown): Promise<string[]> => {
    const response = await ask(() => {
      throw thrown;
    });
    expect(response.status).toBe(401);
    return response.values('WWW-Authenticate');
  };

  it.each<[string, unknown]>([
    ['an HttpError', new HttpError(401)],
    ['http-errors', createError(401)],
    ['a plain error with a status', Object.assign(new Error('no'), { status: 401 })],
    ['an empty field', createError(401, { headers: { 'WWW-Authenticate': '' } })],
    [
      'a field without a challenge',
      new HttpError(401, { headers: { 'www-authenticate': '=, ,' } }),
    ],
  ])(
    'gives a 401 that comes without a challenge the default one: %s [401-challenge]',
    async (_what, thrown) => {
      expect(await challengesOf(thrown)).toEqual(['Bearer realm="api"']);
    },
  );

  it('takes realm and scheme of the default from the options', async () => {
    const options = { realm: 'shop', scheme: 'Basic' } as const;
    const fail = (): never => {
      throw new HttpError(401);
    };
    const response = await ask(fail, { options });
    expect(response.values('WWW-Authenticate')).toEqual(['Basic realm="shop"']);
  });

  it('gives a default to an app that has set an empty list', async () => {
    const response = await ask((_request, res) => {
      res.setHeader('WWW-Authenticate', []);
      throw new HttpError(401);
    });
    expect(response.values('WWW-Authenticate')).toEqual(['Bearer realm="api"']);
  });

  it('names the scope as the realm of the handler’s scheme', async () => {
    expect(await challengesOf(new Unauthorized('orders'))).toEqual(['Bearer realm="orders"']);
  });

  it('sends one line for each challenge, well-known schemes first, otherwise as given [challenge-order] [challenge-lines]', async () => {
    const thrown = new Unauthorized([
      challenge('Newauth', { realm: 'a' }),
      bearer({ realm: 'b' }),
      challenge('HOBA', { challenge: 'c' }),
      basic({ realm: 'd' }),
      challenge('Negotiate'),
    ]);
    expect(await challengesOf(thrown)).toEqual([
      'Bearer realm="b"',
      'Basic realm="d"',
      'Negotiate',
      'Newauth realm="a"',
      'HOBA challenge="c"',
    ]);
  });

  it('keeps Digest algorithms in their order, quotes what must be [digest-algorithms] [challenge-same-scheme] [digest-quoted] [digest-bare]', async () => {
    const thrown = new Unauthorized([
      digest({ ...DIGEST, algorithm: 'SHA-512-256' }),
      digest({ ...DIGEST, algorithm: 'SHA-256', stale: true, opaque: 'o', domain: ['/'] }),
      digest({ ...DIGEST, realm: 'other', algorithm: 'MD5' }),
    ]);
    expect(await challengesOf(thrown)).toEqual([
      'Digest realm="r", nonce="n", algorithm=SHA-512-256, qop="auth"',
      'Digest realm="r", domain="/", nonce="n", opaque="o", stale=true, algorithm=SHA-256, qop="auth"',
      'Digest realm="other", nonce="n", algorithm=MD5, qop="auth"',
    ]);
  });

  it('sends Basic with a realm, and no charset but UTF-8 [basic-realm] [basic-charset]', async () => {
    const charset = 'UTF-8';
    const thrown = new Unauthorized([basic({ realm: '' }), basic({ realm: 'a', charset })]);
    expect(await challengesOf(thrown)).toEqual([
      'Basic realm=""',
      'Basic realm="a", charset="UTF-8"',
    ]);
    expect(() => challenge('Basic', {})).toThrow('Basic needs the parameter realm');
    expect(() => basic({ realm: 'a', charset: 'latin1' as never })).toThrow('charset');
  });

  it('sends no parameter twice and no broken URI [challenge-param-once] [bearer-error-uri]', async () => {
    const errors = [
      () => challenge('Bearer', { realm: 'a', Realm: 'b' }),
      () => bearer({ error: 'invalid_token', errorUri: 'https://a.example/"' }),
    ];
    for (const make of errors) {
      expect(make).toThrow(TypeError);
      const response = await ask(() => {
        throw new Unauthorized(make());
      });
      expect(response.status).toBe(500);
      expect(response.values('WWW-Authenticate')).toEqual([]);
    }
  });

  it('splits challenges that others have joined with commas into lines [challenge-list]', async () => {
    const headers = { 'WWW-Authenticate': ', Newauth realm="a, b",, type=1 , ,Basic realm="c",' };
    expect(await challengesOf(createError(401, { headers }))).toEqual([
      'Basic realm="c"',
      'Newauth realm="a, b", type="1"',
    ]);
  });

  it('believes a challenge that the app has set, and leaves one alone that it can’t read', async () => {
    for (const value of ['Basic realm="mine"', 'Basic realm=not quoted']) {
      const response = await ask((_request, res) => {
        res.setHeader('WWW-Authenticate', value);
        throw new HttpError(401);
      });
      expect(response.values('WWW-Authenticate')).toEqual([value]);
    }
  });

  it('prefers the error’s challenge to the app’s', async () => {
    const response = await ask((_request, res) => {
      res.setHeader('WWW-Authenticate', ['Basic realm="a"', 'Bearer realm="b"']);
      throw new Unauthorized('orders');
    });
    expect(response.values('WWW-Authenticate')).toEqual(['Bearer realm="orders"']);
  });

  it('sends the same to HEAD', async () => {
    const fail = (): never => {
      throw new Unauthorized([basic({ realm: 'é' }), bearer({ realm: 'b' })]);
    };
    const [get, head] = [await ask(fail), await ask(fail, { method: 'HEAD' })];
    expect(head.values('WWW-Authenticate')).toEqual(get.values('WWW-Authenticate'));
    expect(head.values('Content-Length')).toEqual(get.values('Content-Length'));
  });

  it.each(['Café', '订单', '😀', 'Ã©', '\u0085'])(
    'sends the realm %j as UTF-8 octets',
    async (realm) => {
      for (const locale of ['en', 'zh']) {
        const response = await ask(
          () => {
            throw new Unauthorized(basic({ realm, charset: 'UTF-8' }));
          },
          { fields: { 'Accept-Language': locale } },
        );
        const octets = Buffer.from(realm, 'utf8').toString('latin1');
        expect(response.values('WWW-Authenticate')).toEqual([
          `Basic realm="${octets}", charset="UTF-8"`,
        ]);
      }
    },
  );

  it('quotes a realm that would end early [challenge-realm-quoted] [challenge-quoted-pair]', async () => {
    const values = await challengesOf(new Unauthorized('a"b\\c, Basic realm="d'));
    expect(values).toEqual(['Bearer realm="a\\"b\\\\c, Basic realm=\\"d"']);
    expect(parseChallenges(values, { strict: true })).toEqual([
      { scheme: 'Bearer', params: { realm: 'a"b\\c, Basic realm="d' } },
    ]);
  });
});
