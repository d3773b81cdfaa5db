import type express from 'express';
import { expressjwt } from 'express-jwt';
import { auth, claimEquals, requiredScopes } from 'express-oauth2-jwt-bearer';
import Koa from 'koa';
import koaJwt from 'koa-jwt';
import koaPassport from 'koa-passport';
import Koa2 from 'koa2';
import passport from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { AUDIENCE, ISSUER, NOW, SECRET, sign, signByRsa } from './make-tokens.js';
import { presentToken } from './present-token.js';
import { serveExpress, serveKoa } from './servers.js';

const encode = (text: string): string => Buffer.from(text).toString('base64url');

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
      'a token whose payload is no JSON',
      { secret: SECRET, algorithms: ['HS256'] },
      `${encode('{"typ":"JWT","alg":"HS256"}')}.${encode('kanari')}.kanari`,
      'Bearer',
      401,
      'token_malformed',
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
    const { problem, challenge } = await presentToken(served.url, token, scheme);
    await served.close();
    expect([problem.status, problem.code]).toEqual([status, code]);
    const named = code?.startsWith('token_') ? 'invalid_token' : undefined;
    expect(challenge?.params.error).toBe(named);
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
    const { status, problem, challenge } = await presentToken(
      served.url,
      sign({ scope: 'kanari' }),
    );
    await served.close();
    expect([status, problem.code]).toEqual([403, 'scope_insufficient']);
    expect(challenge?.params).toMatchObject({
      error: 'insufficient_scope',
      scope: 'orders:read orders:write',
    });
  });

  it('answers 401 to a claim that does not fit', async () => {
    const served = await serve(claimEquals('sub', 'nobody') as express.RequestHandler);
    const { status, challenge } = await presentToken(served.url, sign());
    await served.close();
    expect([status, challenge?.params.error]).toEqual([401, 'invalid_token']);
  });

  it('answers 400 to a token in two places', async () => {
    const served = await serve();
    const { status, problem } = await presentToken(`${served.url}/?access_token=kanari`, sign());
    await served.close();
    expect([status, problem.code]).toEqual([400, 'credentials_malformed']);
  });

  it('answers 503 where the issuer can’t be asked', async () => {
    const served = await serveExpress((app) => {
      app.use(auth({ issuerBaseURL: 'http://127.0.0.1:1', audience: AUDIENCE }));
    });
    const { status, problem, headers } = await presentToken(served.url, signByRsa());
    await served.close();
    expect([status, problem.code, headers.get('Retry-After')]).toEqual([
      503,
      'token_keys_unavailable',
      '30',
    ]);
  });
});

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
])('koa-jwt on %s', (_name, create) => {
  const expired = sign({ exp: NOW - 60 });
  const noJson = `${encode('{"typ":"JWT","alg":"HS256"}')}.${encode('kanari')}.kanari`;
  const failing = (error: Error) => () => Promise.reject(error);
  const notFound = Object.assign(new Error('kanari'), { name: 'SigningKeyNotFoundError' });

  it.each<[string, koaJwt.Options, string | undefined, number, string | undefined]>([
    ['no token', { secret: SECRET }, undefined, 401, undefined],
    ['an expired token', { secret: SECRET }, expired, 401, 'token_expired'],
    ['it, debugging', { secret: SECRET, debug: true }, expired, 401, 'token_expired'],
    [
      'a token that is not active yet',
      { secret: SECRET },
      sign({ nbf: NOW + 60 }),
      401,
      'token_not_active',
    ],
    [
      'a signature that does not fit',
      { secret: 'another' },
      sign(),
      401,
      'token_signature_invalid',
    ],
    ['one that fits none of two', { secret: ['a', 'b'] }, sign(), 401, 'token_signature_invalid'],
    ['another audience', { secret: SECRET, audience: 'x' }, sign(), 401, 'token_claims_invalid'],
    ['what is no token', { secret: SECRET }, 'kanari', 401, 'token_malformed'],
    ['a payload that is no JSON', { secret: SECRET }, noJson, 401, 'token_malformed'],
    [
      'what is no token, where a function has the key',
      { secret: () => Promise.resolve(SECRET) },
      'kanari',
      401,
      'token_malformed',
    ],
    [
      'a revoked token',
      { secret: SECRET, isRevoked: () => Promise.resolve(true) },
      sign(),
      401,
      'token_revoked',
    ],
    ['a key that nobody knows', { secret: failing(notFound) }, sign(), 401, 'token_key_unknown'],
    [
      'keys that can’t be fetched',
      { secret: failing(new Error('kanari')) },
      sign(),
      500,
      undefined,
    ],
    [
      'a check that fails',
      { secret: SECRET, isRevoked: failing(new Error('kanari')) },
      sign(),
      500,
      undefined,
    ],
    ['no key at all', { secret: () => Promise.resolve('') }, sign(), 500, undefined],
  ])('answers %s', async (_, options, token, status, code) => {
    const served = await serveKoa(
      (app) => {
        app.use(koaJwt(options));
      },
      {},
      create(),
    );
    const { problem, challenge } = await presentToken(served.url, token);
    await served.close();
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(challenge?.scheme).toBe(status === 401 ? 'Bearer' : undefined);
    expect(challenge?.params.error).toBe(code && 'invalid_token');
  });

  it('lets a token through that is right', async () => {
    const served = await serveKoa(
      (app) => {
        app.use(koaJwt({ secret: SECRET }));
        app.use((context) => {
          context.body = 'fine';
        });
      },
      {},
      create(),
    );
    const response = await fetch(served.url, { headers: { Authorization: `Bearer ${sign()}` } });
    expect([response.status, await response.text()]).toEqual([200, 'fine']);
    await served.close();
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
    const { status, problem, challenge } = await presentToken(served.url, 'x');
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
    const { status, problem, challenge } = await presentToken(served.url, 'x');
    await served.close();
    expect([status, problem.code]).toEqual([401, 'authentication_failed']);
    expect(challenge?.params).toMatchObject({ realm: 'Users', error: 'invalid_token' });
  });

  it('answers 500 to a strategy that breaks', async () => {
    const served = await serve();
    const { status } = await presentToken(served.url, 'broken');
    await served.close();
    expect(status).toBe(500);
  });
});
