import {
  BadRequest,
  basic,
  bearer,
  challenge,
  dpop,
  Forbidden,
  HttpError,
  ProxyAuthenticationRequired,
  StepUpRequired,
  Unauthorized,
  VendorError,
} from '@faultless/node';
import createError from 'http-errors';
import jwt from 'jsonwebtoken';
import type { RawAnswer } from '../harness/raw-client.js';
import type { Options } from '../harness/servers.js';
import { describeEachChallenger, throwing } from './support/challengers.js';

const EXPIRED = new jwt.TokenExpiredError('jwt expired', new Date());
const EXPLAINED = 'error="invalid_token", error_description="The token has expired"';
const METADATA = 'https://api.example/.well-known/oauth-protected-resource';
const DPOP_API: Options = { scheme: 'DPoP', dpopAlgs: ['ES256', 'EdDSA'], realm: 'orders' };
const ALGS = 'algs="ES256 EdDSA"';

const challengesOf = (answer: RawAnswer): string[] => answer.values('WWW-Authenticate');

/** What leaves in the scheme that was tried, and the parameters of each with its error. */
const ABOUT_TOKENS: readonly [what: string, thrown: unknown, status: number, params: string][] = [
  ['a mapped error', EXPIRED, 401, EXPLAINED],
  [
    'a scope that is lacking',
    new Forbidden({ scope: 'orders:write' }),
    403,
    'error="insufficient_scope", scope="orders:write"',
  ],
  [
    'a step-up',
    new StepUpRequired({ maxAge: 300 }),
    401,
    'error="insufficient_user_authentication", max_age="300"',
  ],
];

describeEachChallenger('the scheme of challenges about a token', (ask) => {
  describe.each(ABOUT_TOKENS)('%s', (_what, thrown, status, params) => {
    const answered = async (authorization?: string, options?: Options): Promise<string[]> => {
      const fields = authorization === undefined ? {} : { Authorization: authorization };
      const answer = await ask(throwing(thrown), { fields, ...(options && { options }) });
      expect(answer.status).toBe(status);
      return challengesOf(answer);
    };
    const bare = params.replace(/error(?:_description)?="[^"]*"(?:, )?/g, '');

    it.each(['DPoP abc', 'dpop abc', 'DPOP\tabc', ' DPoP  abc'])(
      'is DPoP for %j [dpop-error]',
      async (authorization) => {
        expect(await answered(authorization)).toEqual([`DPoP ${params}`]);
        expect(await answered(authorization, DPOP_API)).toEqual([`DPoP ${params}, ${ALGS}`]);
      },
    );

    it.each(['Bearer abc', 'bEARER abc', 'Bearer a, DPoP b'])(
      'is Bearer for %j',
      async (authorization) => {
        for (const options of [undefined, DPOP_API, { scheme: 'Basic' } as const]) {
          expect(await answered(authorization, options)).toEqual([`Bearer ${params}`]);
        }
      },
    );

    it.each([undefined, '', 'Basic YTpi', 'DPoPX abc'])(
      'is the handler’s, without an error, for %j [bearer-no-credentials]',
      async (authorization) => {
        const realm = (name: string) => (bare === '' ? `realm="${name}"` : bare);
        expect(await answered(authorization)).toEqual([`Bearer ${realm('api')}`]);
        expect(await answered(authorization, { scheme: 'Basic' })).toEqual([
          `Bearer ${realm('api')}`,
        ]);
        const [first = ''] = await answered(authorization, DPOP_API);
        expect(first.split(/ (.*)/s, 2)[0]).toBe('DPoP');
        expect(first).toContain(ALGS);
        expect(first).not.toContain('error');
      },
    );
  });

  it('does not touch a challenge whose scheme the app has chosen', async () => {
    const thrown = new Unauthorized(bearer({ realm: 'orders', error: 'invalid_token' }));
    const fields = { Authorization: 'DPoP abc' };
    expect(challengesOf(await ask(throwing(thrown), { fields }))).toEqual([
      'Bearer realm="orders"',
    ]);
  });

  it('points to the metadata of the resource in each scheme', async () => {
    const options: Options = { ...DPOP_API, protectedResource: { metadataUrl: METADATA } };
    const thrown = new Forbidden({ scope: 'a' });
    const answer = await ask(throwing(thrown), { options, fields: { Authorization: 'DPoP abc' } });
    expect(challengesOf(answer)).toEqual([
      `DPoP error="insufficient_scope", scope="a", ${ALGS}, resource_metadata="${METADATA}"`,
    ]);
  });
});

describeEachChallenger('errorHandler: scheme DPoP', (ask) => {
  it('challenges for a bare scope, and where there is none [dpop-algs]', async () => {
    for (const thrown of [new HttpError(401), new Unauthorized(), createError(401)]) {
      const answer = await ask(throwing(thrown), { options: DPOP_API });
      expect(challengesOf(answer)).toEqual([`DPoP realm="orders", ${ALGS}`]);
    }
    const answer = await ask(throwing(new Unauthorized('a')), { options: { scheme: 'DPoP' } });
    expect(challengesOf(answer)).toEqual(['DPoP realm="a"']);
  });

  it('leaves a list of algorithms of the error’s own', async () => {
    const thrown = new Unauthorized(dpop({ algs: ['PS256'] }));
    const answer = await ask(throwing(thrown), { options: DPOP_API });
    expect(challengesOf(answer)).toEqual(['DPoP algs="PS256"']);
  });

  it('is Bearer for a proxy [dpop-not-for-proxies]', async () => {
    for (const thrown of [
      new HttpError(407),
      new ProxyAuthenticationRequired(),
      new ProxyAuthenticationRequired('orders'),
    ]) {
      const answer = await ask(throwing(thrown), { options: DPOP_API });
      expect(answer.values('Proxy-Authenticate')).toEqual(['Bearer realm="orders"']);
    }
  });

  it('tells of the error of a Bearer token where only DPoP will do [dpop-error]', async () => {
    const thrown = new Unauthorized([
      dpop({ algs: ['ES256'], error: 'invalid_token' }),
      basic({ realm: 'a' }),
    ]);
    const fields = { Authorization: 'Bearer abc' };
    expect(challengesOf(await ask(throwing(thrown), { fields }))).toEqual([
      'Basic realm="a"',
      'DPoP error="invalid_token", algs="ES256"',
    ]);
  });
});

describeEachChallenger('credentials outside of Authorization', (ask, start) => {
  const refused = (): Unauthorized =>
    new Unauthorized([
      bearer({ realm: 'a', error: 'invalid_token' }),
      dpop({ algs: ['ES256'], error: 'invalid_token' }),
    ]);

  it.each([
    '/?access_token=abc',
    '/?a=b&access_token=abc',
    '/?%61ccess_token=abc',
    '/?access_token=',
    'http://localhost/?access_token=abc',
  ])('count in the query, for Bearer: %s [bearer-elsewhere]', async (path) => {
    const { request } = await start(throwing(refused()));
    expect(challengesOf(await request({ path }))).toEqual([
      'Bearer realm="a", error="invalid_token"',
      'DPoP algs="ES256"',
    ]);
  });

  it.each(['/access_token=abc', '/?token=abc', '/?xaccess_token=abc', '/?a=access_token', '/?'])(
    'are not what only looks like them: %s [bearer-no-credentials]',
    async (path) => {
      const { request } = await start(throwing(refused()));
      expect(challengesOf(await request({ path }))).toEqual([
        'Bearer realm="a"',
        'DPoP algs="ES256"',
      ]);
    },
  );

  it('of the query are no credentials for a proxy', async () => {
    const thrown = new ProxyAuthenticationRequired(bearer({ realm: 'a', error: 'invalid_token' }));
    const { request } = await start(throwing(thrown));
    const answer = await request({ path: '/?access_token=abc' });
    expect(answer.values('Proxy-Authenticate')).toEqual(['Bearer realm="a"']);
  });

  it.each([
    [
      'a 401',
      new Unauthorized(challenge('ApiKey', { realm: 'a', error: 'revoked' }), {
        triedScheme: 'apikey',
      }),
      'ApiKey realm="a", error="revoked"',
    ],
    [
      'a 403',
      new Forbidden({ scope: 'a', triedScheme: 'DPoP' }),
      'DPoP error="insufficient_scope", scope="a"',
    ],
    [
      'a step-up',
      new StepUpRequired({ maxAge: 5 }, { triedScheme: 'Bearer' }),
      'Bearer error="insufficient_user_authentication", max_age="5"',
    ],
    [
      'a 400',
      new BadRequest({ challenges: bearer({ error: 'invalid_request' }), triedScheme: 'Bearer' }),
      'Bearer error="invalid_request"',
    ],
    [
      'a vendor’s status',
      new VendorError('iis:401.1', {
        challenges: bearer({ error: 'invalid_token' }),
        triedScheme: 'Bearer',
      }),
      'Bearer error="invalid_token"',
    ],
  ])('are seen if the error says so: %s [bearer-elsewhere]', async (_what, thrown, expected) => {
    expect(challengesOf(await ask(throwing(thrown)))).toEqual([expected]);
  });

  it('that the error states come before the field', async () => {
    const thrown = new Forbidden({ scope: 'a', triedScheme: 'Bearer' });
    const fields = { Authorization: 'DPoP abc' };
    expect(challengesOf(await ask(throwing(thrown), { fields }))).toEqual([
      'Bearer error="insufficient_scope", scope="a"',
    ]);
  });

  it('are refused where the error is made, if they name no scheme', () => {
    for (const triedScheme of ['', 'a b', true, 5] as never[]) {
      for (const make of [
        () => new Unauthorized('a', { triedScheme }),
        () => new Forbidden({ triedScheme }),
        () => new ProxyAuthenticationRequired('a', { triedScheme }),
        () => new VendorError('iis:401.1', { triedScheme }),
      ]) {
        expect(make).toThrow('triedScheme must be the name of an authentication scheme');
      }
    }
  });
});

describeEachChallenger('challenges of others', (ask) => {
  const field = 'Bearer realm="a", error="insufficient_scope", Basic realm="b"';
  const set: [string, Parameters<typeof ask>[0]][] = [
    ['the error', throwing(createError(403, { headers: { 'WWW-Authenticate': field } }))],
    [
      'the app',
      (_request, response) => {
        response.setHeader('WWW-Authenticate', field);
        throw new Forbidden();
      },
    ],
  ];

  it.each(set)('of a 403 are treated as of a 401: set by %s', async (_by, fail) => {
    const plain = ['Bearer realm="a"', 'Basic realm="b"'];
    expect(challengesOf(await ask(fail))).toEqual(plain);
    const tried = await ask(fail, { fields: { Authorization: 'Bearer abc' } });
    expect(challengesOf(tried)).toEqual(['Bearer realm="a", error="insufficient_scope"', plain[1]]);
    const options: Options = { protectedResource: { metadataUrl: METADATA } };
    expect(challengesOf(await ask(fail, { options }))[0]).toBe(
      `Bearer realm="a", resource_metadata="${METADATA}"`,
    );
  });

  it('that are none go out as they are where none is owed', async () => {
    const fail = throwing(createError(403, { headers: { 'WWW-Authenticate': '=,' } }));
    expect(challengesOf(await ask(fail))).toEqual(['=,']);
  });
});
