import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressjwt } from 'express-jwt';
import { auth } from 'express-oauth2-jwt-bearer';
import * as jose from 'jose';
import jwt from 'jsonwebtoken';
import { AUDIENCE, ISSUER, NOW, publicKey, SECRET, sign, signByRsa } from './make-tokens.js';
import { presentToken } from './present-token.js';
import { FRAMEWORKS, type Served, serveExpress, serveKoa } from './servers.js';

const OPTIONS = { issuer: ISSUER, audience: AUDIENCE };

const TOKENS: readonly (readonly [name: string, token: string, code: string])[] = [
  ['an expired token', sign({ exp: NOW - 60 }), 'token_expired'],
  ['a token of tomorrow', sign({ nbf: NOW + 86_400 }), 'token_not_active'],
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
    expect((await presentToken(served.url, sign())).text).toBe('"read"');
  });

  it.each(TOKENS)('answers 401 invalid_token to %s', async (_, token, code) => {
    const { status, problem, challenge } = await presentToken(served.url, token);
    expect([status, problem.code]).toEqual([401, code]);
    expect(challenge).toMatchObject({ scheme: 'Bearer', params: { error: 'invalid_token' } });
    expect(challenge?.params.error_description).toBe(DESCRIBED[code]);
  });

  it('says nothing of an error to who sent no token', async () => {
    const { status, challenge } = await presentToken(served.url);
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
        () => jwt.verify(jwt.sign({ iat: NOW }, SECRET), SECRET, { maxAge: 'kanari' }),
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
      const { status, headers, problem } = await presentToken(served.url, sign());
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
    const answered = await presentToken(served.url, signByRsa());
    await served.close();
    expect([answered.status, answered.problem.code]).toEqual([status, code]);
    expect(answered.headers.get('Retry-After')).toBe(status === 503 ? '30' : null);
  });
});
