import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseChallenges } from '@faultless/core';
import type express from 'express';
import { expressjwt } from 'express-jwt';
import { auth, claimEquals, requiredScopes } from 'express-oauth2-jwt-bearer';
import * as jose from 'jose';
import jwt from 'jsonwebtoken';
import koaJwt from 'koa-jwt';
import koaPassport from 'koa-passport';
import passport from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { ask, FRAMEWORKS, type Served, serveExpress, serveKoa } from './servers.js';

const SECRET = 'kanari-secret-kanari-secret-kanari';
const ISSUER = 'https://kanari.example/';
const AUDIENCE = 'kanari-audience';
const OPTIONS = { issuer: ISSUER, audience: AUDIENCE };
const now = Math.floor(Date.now() / 1000);

const sign = (claims: object = {}, secret = SECRET) =>
  jwt.sign({ iss: ISSUER, aud: AUDIENCE, exp: now + 60, sub: 'kanari', ...claims }, secret);

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signByRsa = () => jwt.sign({ iss: ISSUER }, privateKey, { algorithm: 'RS256' });

const TOKENS: readonly (readonly [name: string, token: string, code: string])[] = [
  ['an expired token', sign({ exp: now - 60 }), 'token_expired'],
  ['a token of tomorrow', sign({ nbf: now + 86_400 }), 'token_not_active'],
  ['a token of another key', sign({}, 'another'), 'token_signature_invalid'],
  ['a token for somebody else', sign({ aud: 'other' }), 'token_claims_invalid'],
  ['a token of somebody else', sign({ iss: 'https://other.example' }), 'token_claims_invalid'],
  ['a text that is no token', 'kanari', 'token_malformed'],
  [
    'a token with a header that is no JSON',
    `kanari.${sign().split('.').slice(1).join('.')}`,
    'token_malformed',
  ],
];

/** What the client reads of a token that was refused, with its challenge. */
async function present(url: string, token?: string, scheme = 'Bearer') {
  const headers = token === undefined ? undefined : { Authorization: `${scheme} ${token}` };
  const answered = await ask(url, headers && { headers });
  const field = answered.headers.get('WWW-Authenticate') ?? '';
  for (const text of [answered.text, field]) expect(text).not.toMatch(/kanari/);
  return {
    ...answered,
    challenge: parseChallenges(field).find(({ scheme: one }) => one === 'Bearer'),
  };
}

const BEARER = (header: string | undefined) => header?.replace(/^Bearer /, '') ?? '';

/** Libraries that verify a token when a handler asks them to. */
const VERIFIERS: readonly { name: string; verify: (token: string) => unknown }[] = [
  {
    name: 'jsonwebtoken',
    verify: (token) => jwt.verify(token, SECRET, { ...OPTIONS, algorithms: ['HS256'] }),
  },
  {
    name: 'jose',
    verify: (token) =>
      jose.jwtVerify(token, new TextEncoder().encode(SECRET), {
        ...OPTIONS,
        algorithms: ['HS256'],
      }),
  },
];

const HANDLERS: readonly { name: string; serve: () => Promise<Served> }[] = [
  ...VERIFIERS.flatMap(({ name, verify }) => [
    {
      name: `${name} on Express`,
      serve: () =>
        serveExpress((app) => {
          app.use(async (request, response) => {
            await verify(BEARER(request.headers.authorization));
            response.json('read');
          });
        }),
    },
    {
      name: `${name} on Koa`,
      serve: () =>
        serveKoa((app) => {
          app.use(async (context) => {
            await verify(BEARER(context.headers.authorization));
            context.body = JSON.stringify('read');
          });
        }),
    },
  ]),
  {
    name: 'express-jwt',
    serve: () =>
      serveExpress((app) => {
        app.use(expressjwt({ secret: SECRET, ...OPTIONS, algorithms: ['HS256'] }));
        app.use((_request, response) => void response.json('read'));
      }),
  },
  {
    name: 'express-oauth2-jwt-bearer',
    serve: () =>
      serveExpress((app) => {
        app.use(
          auth({ issuer: ISSUER, audience: AUDIENCE, secret: SECRET, tokenSigningAlg: 'HS256' }),
        );
        app.use((_request, response) => void response.json('read'));
      }),
  },
];

describe.each(HANDLERS)('$name', ({ serve }) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it('lets a valid token pass', async () => {
    expect((await present(served.url, sign())).text).toBe('"read"');
  });

  it.each(TOKENS)('answers 401 invalid_token to %s', async (_, token, code) => {
    const { status, problem, challenge } = await present(served.url, token);
    expect([status, problem.code]).toEqual([401, code]);
    expect(challenge).toMatchObject({ scheme: 'Bearer', params: { error: 'invalid_token' } });
    expect(challenge?.params.error_description).toBe(DESCRIBED[code]);
  });

  it('says nothing of an error to who sent no token', async () => {
    const { status, challenge } = await present(served.url);
    expect(status).toBe(401);
    expect(challenge).toEqual({ scheme: 'Bearer', params: { realm: 'api' } });
  });
});

const DESCRIBED: Readonly<Record<string, string>> = {
  token_expired: 'The token has expired',
  token_not_active: 'The token is not valid yet',
  token_signature_invalid: 'The signature of the token is not valid',
  token_claims_invalid: 'A claim of the token is not what is expected here',
  token_malformed: 'The token is malformed',
};

describe.each(FRAMEWORKS)(
  'a key or a configuration that is wrong is ours, on $framework',
  ({ throwing }) => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    it.each<[string, () => unknown]>([
      ['jsonwebtoken without a key', () => jwt.verify(sign(), '')],
      ['jsonwebtoken with a key that is none', () => jwt.verify(sign(), {} as never)],
      [
        'jsonwebtoken with a key of another kind',
        () => jwt.verify(sign(), pem, { algorithms: ['HS256'] }),
      ],
      [
        'jsonwebtoken whose key can’t be found',
        () =>
          new Promise((_resolve, reject) => {
            jwt.verify(
              sign(),
              (_header, give) => {
                give(new Error('kanari'));
              },
              (error) => {
                reject(error ?? new Error('none'));
              },
            );
          }),
      ],
      [
        'jsonwebtoken with a wrong maxAge',
        () => jwt.verify(jwt.sign({ iat: now }, SECRET), SECRET, { maxAge: 'kanari' }),
      ],
      ['jsonwebtoken that can’t sign', () => jwt.sign({}, '')],
      [
        'jose with a key of another kind',
        async () => jose.jwtVerify(sign(), await jose.importSPKI(pem, 'RS256')),
      ],
      [
        'jose with a key set that is none',
        async () => jose.jwtVerify(sign(), jose.createLocalJWKSet({ kanari: 1 } as never)),
      ],
      ['jose with a key that is none', () => jose.importJWK({ kty: 'RSA', alg: 'RS256' } as never)],
      ['jose with a key of an unknown type', () => jose.importJWK({ kty: 'kanari', alg: 'RS256' })],
      [
        'jose with a key for an unknown algorithm',
        () => jose.importJWK({ kty: 'RSA', n: 'AQAB', e: 'AQAB', alg: 'kanari' }),
      ],
      [
        'jose with two keys that fit',
        () => {
          const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'RS256' } as jose.JWK;
          return jose.createLocalJWKSet({ keys: [jwk, jwk] })({ alg: 'RS256' }, {} as never);
        },
      ],
    ])('%s', async (_, raise) => {
      const served = await throwing(raise);
      const { status, headers, problem } = await present(served.url, sign());
      await served.close();
      expect(status).toBe(500);
      expect(headers.has('WWW-Authenticate')).toBe(false);
      expect(problem.code).toBeUndefined();
    });
  },
);

describe('jose with a remote key set', () => {
  let issuer: Server;
  let url: URL;
  beforeAll(async () => {
    issuer = createServer((request, response) => {
      if (request.url === '/slow') return;
      response.statusCode = request.url === '/keys' ? 200 : 500;
      response.end('{"keys":[],"kanari":1}');
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(issuer.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    issuer.closeAllConnections();
    issuer.close();
  });

  it.each([
    ['/keys', 401, 'token_key_unknown'],
    ['/broken', 503, 'token_keys_unavailable'],
    ['/slow', 503, 'token_keys_unavailable'],
  ])('answers %s with %i', async (path, status, code) => {
    const keys = jose.createRemoteJWKSet(new URL(path, url), {
      timeoutDuration: path === '/slow' ? 50 : 30_000,
    });
    const served = await serveKoa((app) => {
      app.use(async (context) => {
        await jose.jwtVerify(BEARER(context.headers.authorization), keys);
      });
    });
    const answered = await present(served.url, signByRsa());
    await served.close();
    expect([answered.status, answered.problem.code]).toEqual([status, code]);
    expect(answered.headers.get('Retry-After')).toBe(status === 503 ? '30' : null);
  });
});

describe('express-jwt', () => {
  it.each<
    [
      string,
      Parameters<typeof expressjwt>[0],
      string | undefined,
      string,
      number,
      string | undefined,
    ]
  >([
    [
      'no token',
      { secret: SECRET, algorithms: ['HS256'] },
      undefined,
      '',
      401,
      'credentials_missing',
    ],
    [
      'another scheme',
      { secret: SECRET, algorithms: ['HS256'] },
      'kanari',
      'Basic',
      401,
      'credentials_malformed',
    ],
    [
      'a field that is none',
      { secret: SECRET, algorithms: ['HS256'] },
      'a b',
      'Bearer',
      401,
      'credentials_malformed',
    ],
    [
      'a revoked token',
      { secret: SECRET, algorithms: ['HS256'], isRevoked: () => Promise.resolve(true) },
      sign(),
      'Bearer',
      401,
      'token_revoked',
    ],
    [
      'a key of ours that is wrong',
      { secret: () => Promise.resolve(''), algorithms: ['HS256'] },
      sign(),
      'Bearer',
      500,
      undefined,
    ],
  ])('answers %s', async (_, options, token, scheme, status, code) => {
    const served = await serveExpress((app) => {
      app.use(expressjwt(options));
    });
    const { problem, challenge } = await present(served.url, token, scheme);
    await served.close();
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(challenge?.params.error).toBe(code === 'token_revoked' ? 'invalid_token' : undefined);
  });
});

describe('express-oauth2-jwt-bearer', () => {
  const serve = (...after: express.RequestHandler[]) =>
    serveExpress((app) => {
      app.use(
        auth({ issuer: ISSUER, audience: AUDIENCE, secret: SECRET, tokenSigningAlg: 'HS256' }),
        ...after,
      );
      app.use((_request, response) => void response.json('read'));
    });

  it('answers 403 insufficient_scope with the scope that would do', async () => {
    const served = await serve(
      requiredScopes('orders:read orders:write') as express.RequestHandler,
    );
    const { status, problem, challenge } = await present(served.url, sign({ scope: 'kanari' }));
    await served.close();
    expect([status, problem.code]).toEqual([403, 'scope_insufficient']);
    expect(challenge?.params).toMatchObject({
      error: 'insufficient_scope',
      scope: 'orders:read orders:write',
    });
  });

  it('answers 401 to a claim that does not fit', async () => {
    const served = await serve(claimEquals('sub', 'nobody') as express.RequestHandler);
    const { status, challenge } = await present(served.url, sign());
    await served.close();
    expect([status, challenge?.params.error]).toEqual([401, 'invalid_token']);
  });

  it('answers 400 to a token in two places', async () => {
    const served = await serve();
    const { status, problem } = await present(`${served.url}/?access_token=kanari`, sign());
    await served.close();
    expect([status, problem.code]).toEqual([400, 'credentials_malformed']);
  });

  it('answers 503 where the issuer can’t be asked', async () => {
    const served = await serveExpress((app) => {
      app.use(auth({ issuerBaseURL: 'http://127.0.0.1:1', audience: AUDIENCE }));
    });
    const { status, problem, headers } = await present(served.url, signByRsa());
    await served.close();
    expect([status, problem.code, headers.get('Retry-After')]).toEqual([
      503,
      'token_keys_unavailable',
      '30',
    ]);
  });
});

describe('koa-jwt', () => {
  it.each([
    ['an expired token', sign({ exp: now - 60 }), SECRET, 401],
    ['no token', undefined, SECRET, 401],
  ])('answers %s with 401 and a challenge', async (_, token, secret, status) => {
    const served = await serveKoa((app) => {
      app.use(koaJwt({ secret }));
    });
    const answered = await present(served.url, token);
    await served.close();
    expect([answered.status, answered.challenge?.scheme]).toEqual([status, 'Bearer']);
  });
});

describe('passport', () => {
  const strategies = new passport.Passport();
  strategies.use(
    new BearerStrategy((token, done) => {
      if (token === 'broken') done(new Error('kanari'));
      else done(null, false);
    }),
  );
  const serve = () =>
    serveExpress((app) => {
      app.use(
        strategies.authenticate('bearer', {
          session: false,
          failWithError: true,
        }) as express.RequestHandler,
      );
    });

  it('answers 401 with the challenge of the strategy', async () => {
    const served = await serve();
    const { status, problem, challenge } = await present(served.url, 'x');
    await served.close();
    expect([status, problem.code]).toEqual([401, 'authentication_failed']);
    expect(challenge).toMatchObject({
      scheme: 'Bearer',
      params: { realm: 'Users', error: 'invalid_token' },
    });
  });

  it('answers 401 with the challenge of the strategy on Koa, by koa-passport', async () => {
    koaPassport.use(
      new BearerStrategy((_token, done) => {
        done(null, false);
      }),
    );
    const served = await serveKoa((app) => {
      app.use(koaPassport.initialize());
      app.use(koaPassport.authenticate('bearer', { session: false, failWithError: true }));
    });
    const { status, problem, challenge } = await present(served.url, 'x');
    await served.close();
    expect([status, problem.code]).toEqual([401, 'authentication_failed']);
    expect(challenge?.params).toMatchObject({ realm: 'Users', error: 'invalid_token' });
  });

  it('answers 500 to a strategy that breaks', async () => {
    const served = await serve();
    const { status } = await present(served.url, 'broken');
    await served.close();
    expect(status).toBe(500);
  });
});
