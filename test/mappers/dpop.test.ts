import { errorHandler, parseChallenges } from '@faultless/express';
import express from 'express';
import { auth, requiredScopes } from 'express-oauth2-jwt-bearer';
import express4 from 'express4';
import { prove, signBound } from './dpop-proofs.js';
import { AUDIENCE, ISSUER, NOW, SECRET, sign } from './make-tokens.js';
import { ask, type Served, serve } from './servers.js';

const ALGS = 'ES256';

type AuthOptions = NonNullable<Parameters<typeof auth>[0]>;

/** What the library asks for, its list of algorithms shortened, so that it can be read. */
const shorten = (field: string | null): string[] =>
  parseChallenges(field ?? '', { strict: true }).map(({ scheme, params }) =>
    [
      scheme,
      ...Object.entries(params).map(([name, value]) =>
        name === 'algs' ? `algs~${value.split(' ').includes(ALGS)}` : `${name}=${value}`,
      ),
    ].join(' | '),
  );

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('express-oauth2-jwt-bearer with DPoP on %s', (_name, create) => {
  const running: Served[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((served) => served.close()));
  });

  const start = async (dpop: AuthOptions['dpop'], scope?: string): Promise<string> => {
    const app = create();
    app.use(express.urlencoded({ extended: false }));
    app.use(
      auth({
        issuer: ISSUER,
        audience: AUDIENCE,
        secret: SECRET,
        tokenSigningAlg: 'HS256',
        ...(dpop && { dpop }),
      }),
    );
    if (scope !== undefined) app.use(requiredScopes(scope) as express.RequestHandler);
    app.use((_request, response) => void response.json('read'));
    app.use(errorHandler({ report: () => undefined }));
    const served = await serve(app, []);
    running.push(served);
    return `${served.url}/`;
  };

  const send = async (url: string, headers: Record<string, string>, body?: URLSearchParams) => {
    const answered = await ask(url, { headers, ...(body && { method: 'POST', body }) });
    const field = answered.headers.get('WWW-Authenticate');
    for (const text of [answered.text, field ?? '']) expect(text).not.toMatch(/kanari/);
    return [answered.status, answered.problem.code, ...shorten(field)];
  };

  const EXPIRED = 'error=invalid_token | error_description=The token has expired';
  const BAD_PROOF =
    'error=invalid_dpop_proof | error_description=The DPoP proof does not fit the request';

  describe('{ required: true }', () => {
    const required = { required: true };

    it('lets a bound token with its proof pass', async () => {
      const url = await start(required);
      const token = await signBound();
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token) };
      expect((await ask(url, { headers })).text).toBe('"read"');
    });

    it('challenges for DPoP alone, without an error, who has no token', async () => {
      const url = await start(required);
      expect(await send(url, {})).toEqual([401, 'credentials_missing', 'DPoP | algs~true']);
    });

    it('challenges for DPoP alone who came with Bearer', async () => {
      const url = await start(required);
      const malformed = [400, 'credentials_malformed'];
      expect(await send(url, { Authorization: `Bearer ${sign()}` })).toEqual([
        ...malformed,
        'DPoP | algs~true',
      ]);
      const token = await signBound();
      const headers = { Authorization: `Bearer ${token}`, DPoP: await prove(url, token) };
      expect(await send(url, headers)).toEqual([
        ...malformed,
        'DPoP | error=invalid_request | error_description=The credentials came in a wrong way, or in two ways | algs~true',
      ]);
    });

    it('tells of a token that has expired [dpop-error]', async () => {
      const url = await start(required);
      const token = await signBound({ exp: NOW - 60 });
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token) };
      expect(await send(url, headers)).toEqual([
        401,
        'token_expired',
        `DPoP | ${EXPIRED} | algs~true`,
      ]);
    });

    it.each([
      ['method', { htm: 'PUT' }],
      ['address', { htu: 'https://other.example/' }],
      ['token', { ath: 'AAAA' }],
    ])('tells of a proof for another %s [dpop-error]', async (_what, claims) => {
      const url = await start(required);
      const token = await signBound();
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token, claims) };
      expect(await send(url, headers)).toEqual([
        400,
        'dpop_proof_invalid',
        `DPoP | ${BAD_PROOF} | algs~true`,
      ]);
    });

    it('tells of a token that is bound to another key', async () => {
      const url = await start(required);
      const token = await signBound({ cnf: { jkt: 'kanari' } });
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token) };
      expect(await send(url, headers)).toEqual([
        401,
        'token_claims_invalid',
        'DPoP | error=invalid_token | error_description=A claim of the token is not what is expected here | algs~true',
      ]);
    });

    it('tells in DPoP which scope would do', async () => {
      const url = await start(required, 'orders:write');
      const token = await signBound({ scope: 'orders:read' });
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token) };
      expect(await send(url, headers)).toEqual([
        403,
        'scope_insufficient',
        'DPoP | realm=api | error=insufficient_scope | error_description=The token lacks the scope or a claim that is needed here | scope=orders:write',
      ]);
    });
  });

  describe('beside Bearer', () => {
    it('challenges for both, without an error, who has no token', async () => {
      const url = await start(undefined);
      expect(await send(url, {})).toEqual([
        401,
        'credentials_missing',
        'Bearer | realm=api',
        'DPoP | algs~true',
      ]);
      expect(await send(url, { Authorization: 'Basic a2FuYXJp' })).toEqual([
        400,
        'credentials_malformed',
        'Bearer | realm=api',
        'DPoP | algs~true',
      ]);
    });

    it('tells of the error in the scheme that was tried alone [dpop-tried]', async () => {
      const url = await start(undefined);
      const claims = { exp: NOW - 60 };
      expect(await send(url, { Authorization: `Bearer ${sign(claims)}` })).toEqual([
        401,
        'token_expired',
        `Bearer | realm=api | ${EXPIRED}`,
        'DPoP | algs~true',
      ]);
      const token = await signBound(claims);
      const headers = { Authorization: `DPoP ${token}`, DPoP: await prove(url, token) };
      expect(await send(url, headers)).toEqual([
        401,
        'token_expired',
        'Bearer | realm=api',
        `DPoP | ${EXPIRED} | algs~true`,
      ]);
    });

    it('tells of a bad proof in DPoP alone', async () => {
      const url = await start(undefined);
      const token = await signBound();
      const proof = await prove(url, token, { htm: 'PUT' });
      expect(await send(url, { Authorization: `DPoP ${token}`, DPoP: proof })).toEqual([
        400,
        'dpop_proof_invalid',
        'Bearer | realm=api',
        `DPoP | ${BAD_PROOF} | algs~true`,
      ]);
    });

    it('refuses a bound token that came as a Bearer token, in Bearer', async () => {
      const url = await start(undefined);
      expect(await send(url, { Authorization: `Bearer ${await signBound()}` })).toEqual([
        401,
        'token_invalid',
        'Bearer | realm=api | error=invalid_token | error_description=The token is not valid here',
        'DPoP | algs~true',
      ]);
    });

    it.each([
      ['query', (url: string, token: string) => send(`${url}?access_token=${token}`, {})],
      [
        'content',
        (url: string, token: string) => send(url, {}, new URLSearchParams({ access_token: token })),
      ],
    ])('tells of the error of a token in the %s [bearer-elsewhere]', async (_where, present) => {
      const url = await start(undefined);
      expect(await present(url, sign({ exp: NOW - 60 }))).toEqual([
        401,
        'token_expired',
        `Bearer | realm=api | ${EXPIRED}`,
        'DPoP | algs~true',
      ]);
      const narrow = await start(undefined, 'orders:write');
      expect(await present(narrow, sign({ scope: 'orders:read' }))).toEqual([
        403,
        'scope_insufficient',
        'Bearer | realm=api | error=insufficient_scope | error_description=The token lacks the scope or a claim that is needed here | scope=orders:write',
      ]);
    });
  });
});
