import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineAbility, ForbiddenError } from '@casl/ability';
import { verifyToken } from '@clerk/backend';
import { token as hapiToken } from '@hapi/jwt';
import {
  InsufficientScopeError,
  InvalidClientError,
  InvalidGrantError,
  InvalidTokenError,
  TemporarilyUnavailableError,
  TooManyRequestsError,
} from '@modelcontextprotocol/sdk/server/auth/errors.js';
import OAuth2Server from '@node-oauth/oauth2-server';
import { SAML } from '@node-saml/node-saml';
import { Webhooks } from '@octokit/webhooks';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { AuthClient } from '@supabase/auth-js';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { createSigner, createVerifier } from 'fast-jwt';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { OAuth2Client } from 'google-auth-library';
import jwksRsa from 'jwks-rsa';
import { jwtDecode } from 'jwt-decode';
import jwtSimple from 'jwt-simple';
import { validateAuthResponse, validateJwtAccessToken } from 'oauth4webapi';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { CANARY, type FamilyCase } from './family-case.js';

const EXPIRED = 'Bearer error="invalid_token", error_description="The token has expired"';

const NOW = Math.floor(Date.now() / 1000);
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token of ours; claims decide what is wrong with it. */
function sign(claims: object, header: object = {}): string {
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'k', ...header })}.${encode({ iat: NOW, exp: NOW + 60, ...claims })}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

const secret = 'a-secret-of-at-least-32-characters';
const verify = createVerifier({ key: secret, allowedIss: 'us' });
const fast = (claims: object, options: object = {}): string =>
  createSigner({ key: secret, ...options })(claims);

/** firebase-admin verifies what an emulator has issued without keys. */
async function byFirebase(token: string): Promise<unknown> {
  const app = initializeApp({ projectId: 'orders' }, `of-${Math.random()}`);
  try {
    return await getAuth(app).verifyIdToken(token);
  } finally {
    await deleteApp(app);
  }
}
const FIREBASE = { iss: 'https://securetoken.google.com/orders', aud: 'orders', sub: 'u' };

/** What a server of Google's accounts says of a user, to firebase-admin's client. */
async function askFirebase(
  answer: object,
  ask: (auth: ReturnType<typeof getAuth>) => Promise<unknown>,
): Promise<unknown> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    if ('error' in answer) response.statusCode = 400;
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = initializeApp({ projectId: 'orders' }, `of-${Math.random()}`);
  try {
    return await ask(getAuth(app));
  } finally {
    delete process.env.FIREBASE_AUTH_EMULATOR_HOST;
    await deleteApp(app);
    server.close();
    server.closeAllConnections();
  }
}
const unsigned = (claims: object): string =>
  `${encode({ alg: 'none' })}.${encode({ iat: NOW, exp: NOW + 60, auth_time: NOW, ...FIREBASE, ...claims })}.`;

const google = (token: string): Promise<unknown> =>
  new OAuth2Client().verifySignedJwtWithCertsAsync(token, { k: pem }, 'orders', ['us']);

const cognito = CognitoJwtVerifier.create({
  userPoolId: 'eu-west-1_abcdefgh',
  tokenUse: 'access',
  clientId: 'c',
});
const POOL = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefgh';
cognito.cacheJwks({
  keys: [
    { ...publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256', kty: 'RSA' },
  ],
});

const clerk = (token: string): Promise<unknown> => verifyToken(token, { jwtKey: pem });

const ability = defineAbility((can, cannot) => {
  can('read', 'Order');
  cannot('delete', 'Order').because(CANARY);
});

const LOGIN = { email: 'kanari@example.com', password: CANARY };

/** Rejects with the error that Supabase's client returns for an answer of its server. */
async function askSupabase(
  status: number,
  answer: object,
  ask: (client: InstanceType<typeof AuthClient>) => Promise<{ error: unknown }>,
): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'X-Supabase-Api-Version': '2024-01-01' };
  const content = JSON.stringify({ ...answer, message: CANARY });
  const client = new AuthClient({
    url: 'http://127.0.0.1:9',
    autoRefreshToken: false,
    persistSession: false,
    fetch: () => Promise.resolve(new Response(content, { status, headers })),
  });
  const { error } = await ask(client);
  if (error !== null) throw error;
}

const stripe = new Stripe('sk_test_x');

const verifier = (
  library: string,
  what: string,
  [answer, raise]: readonly [answer: string, raise: () => unknown],
): FamilyCase => ({ library, what, mapper: 'token-verifiers', raise, answer });

const oauth = (
  what: string,
  make: () => Error,
  rest: Pick<FamilyCase, 'answer' | 'challenge'>,
) => ({
  library: '@modelcontextprotocol/sdk',
  what,
  mapper: 'oauth' as const,
  raise: () => {
    throw make();
  },
  ...rest,
});

export const CREDENTIAL_CASES: readonly FamilyCase[] = [
  {
    ...verifier('fast-jwt', 'expired', [
      '401 token_expired',
      () => verify(fast({ iss: 'us' }, { clockTimestamp: 1000, expiresIn: 1 })),
    ]),
    challenge: EXPIRED,
  },
  verifier('fast-jwt', 'malformed', ['401 token_malformed', () => verify(CANARY)]),
  verifier('fast-jwt', 'another key', [
    '401 token_signature_invalid',
    () => verify(fast({ iss: 'us' }, { key: `${secret}${secret}` })),
  ]),
  verifier('fast-jwt', 'another issuer', [
    '401 token_claims_invalid',
    () => verify(fast({ iss: CANARY })),
  ]),
  verifier('fast-jwt', 'not before', [
    '401 token_not_active',
    () => verify(fast({ iss: 'us' }, { notBefore: 1_000_000 })),
  ]),
  verifier('firebase-admin', 'no token', ['401 token_malformed', () => byFirebase(CANARY)]),
  verifier('firebase-admin', 'another project', [
    '401 token_claims_invalid',
    () => byFirebase(sign({ ...FIREBASE, aud: CANARY })),
  ]),
  verifier('firebase-admin', 'another algorithm', [
    '401 token_invalid',
    () => byFirebase(sign(FIREBASE, { alg: 'HS512' })),
  ]),
  verifier('firebase-admin', 'expired', [
    '401 token_expired',
    () => askFirebase({}, (auth) => auth.verifyIdToken(unsigned({ exp: NOW - 60 }))),
  ]),
  verifier('firebase-admin', 'revoked', [
    '401 token_revoked',
    () =>
      askFirebase({ users: [{ localId: 'u', validSince: String(NOW + 60) }] }, (auth) =>
        auth.verifyIdToken(unsigned({}), true),
      ),
  ]),
  verifier('firebase-admin', 'a user who is not there', [
    '404 record_not_found',
    () => askFirebase({}, (auth) => auth.getUser(CANARY)),
  ]),
  verifier('firebase-admin', 'a user who is there', [
    '409 already_exists',
    () =>
      askFirebase({ error: { message: 'EMAIL_EXISTS' } }, (auth) =>
        auth.createUser({ email: 'kanari-97531@example.com' }),
      ),
  ]),
  {
    ...verifier('google-auth-library', 'expired', [
      '401 token_expired',
      () => google(sign({ iss: 'us', aud: 'orders', iat: 1, exp: 2 })),
    ]),
    challenge: EXPIRED,
  },
  verifier('google-auth-library', 'malformed', ['401 token_malformed', () => google(CANARY)]),
  verifier('google-auth-library', 'another audience', [
    '401 token_claims_invalid',
    () => google(sign({ iss: 'us', aud: CANARY })),
  ]),
  verifier('google-auth-library', 'another issuer', [
    '401 token_claims_invalid',
    () => google(sign({ iss: CANARY, aud: 'orders' })),
  ]),
  verifier('google-auth-library', 'another key', [
    '401 token_key_unknown',
    () => google(sign({ iss: 'us', aud: 'orders' }, { kid: CANARY })),
  ]),
  verifier('google-auth-library', 'a signature that does not fit', [
    '401 token_signature_invalid',
    () => google(sign({ iss: 'us', aud: 'orders' }).replace(/\.[^.]+$/, '.c2ln')),
  ]),
  verifier('aws-jwt-verify', 'malformed', ['401 token_malformed', () => cognito.verify(CANARY)]),
  verifier('aws-jwt-verify', 'expired', [
    '401 token_expired',
    () => cognito.verify(sign({ iss: POOL, token_use: 'access', client_id: 'c', exp: NOW - 60 })),
  ]),
  verifier('aws-jwt-verify', 'another client', [
    '401 token_claims_invalid',
    () => cognito.verify(sign({ iss: POOL, token_use: 'access', client_id: CANARY })),
  ]),
  verifier('aws-jwt-verify', 'another issuer', [
    '401 token_claims_invalid',
    () => cognito.verify(sign({ iss: CANARY, token_use: 'access', client_id: 'c' })),
  ]),
  verifier('aws-jwt-verify', 'a signature that does not fit', [
    '401 token_signature_invalid',
    () =>
      cognito.verify(
        `${sign({ iss: POOL, token_use: 'access', client_id: 'c' }).replace(/\.[^.]+$/, '')}.c2ln`,
      ),
  ]),
  verifier('@clerk/backend', 'expired', [
    '401 token_expired',
    () => clerk(sign({ iss: 'https://clerk.us', sub: 'u', iat: 1, exp: 2 })),
  ]),
  verifier('@clerk/backend', 'malformed', ['401 token_malformed', () => clerk(CANARY)]),
  verifier('@clerk/backend', 'a signature that does not fit', [
    '401 token_signature_invalid',
    () => clerk(sign({ iss: 'https://clerk.us', sub: 'u' }).replace(/\.[^.]+$/, '.c2ln')),
  ]),
  verifier('@supabase/auth-js', 'no session', [
    '401 credentials_missing',
    () => askSupabase(400, {}, (client) => client.updateUser({ password: CANARY })),
  ]),
  ...(
    [
      ['bad_jwt', 403, '401 token_invalid'],
      ['user_banned', 403, '401 token_revoked'],
      ['user_not_found', 404, '404 record_not_found'],
    ] as const
  ).map(([code, status, answer]) =>
    verifier('@supabase/auth-js', code, [
      answer,
      () => askSupabase(status, { code }, (client) => client.getUser(sign({ sub: 'u' }))),
    ]),
  ),
  verifier('@supabase/auth-js', 'a log-in', [
    '401 authentication_failed',
    () =>
      askSupabase(400, { code: 'invalid_credentials' }, (client) =>
        client.signInWithPassword(LOGIN),
      ),
  ]),
  verifier('@supabase/auth-js', 'an account that is there', [
    '409 already_exists',
    () => askSupabase(422, { code: 'user_already_exists' }, (client) => client.signUp(LOGIN)),
  ]),
  {
    ...verifier('@supabase/auth-js', 'anything else', [
      '502 upstream_failed',
      () => askSupabase(401, { code: 'no_authorization' }, (client) => client.signUp(LOGIN)),
    ]),
    mapper: 'upstream',
  },
  verifier('jwks-rsa', 'another key', [
    '401 token_key_unknown',
    () =>
      jwksRsa({
        jwksUri: 'http://127.0.0.1:9/keys',
        cache: false,
        fetcher: () =>
          Promise.resolve({
            keys: [{ kid: 'a', kty: 'RSA', use: 'sig', ...publicKey.export({ format: 'jwk' }) }],
          }),
      }).getSigningKey(CANARY),
  ]),
  verifier('jwks-rsa', 'no keys', [
    '503 token_keys_unavailable',
    () =>
      jwksRsa({
        jwksUri: 'http://127.0.0.1:9/keys',
        cache: false,
        fetcher: () => Promise.resolve({ keys: [] }),
      }).getSigningKey('k'),
  ]),
  ...(
    [
      ['an expired one', '401 token_expired', { exp: 1 }, 'k'],
      ['one for later', '401 token_not_active', { nbf: NOW + 999 }, 'k'],
      ['another key', '401 token_signature_invalid', {}, 'z'],
    ] as const
  ).map(([what, answer, claims, key]) =>
    verifier('jwt-simple', what, [
      answer,
      () => jwtSimple.decode(jwtSimple.encode({ sub: CANARY, ...claims }, 'k'), key) as unknown,
    ]),
  ),
  verifier('jwt-simple', 'no token at all', [
    '401 token_malformed',
    () => jwtSimple.decode(CANARY, 'k') as unknown,
  ]),
  verifier('jwt-simple', 'none', [
    '401 credentials_missing',
    () => jwtSimple.decode('', 'k') as unknown,
  ]),
  verifier('@hapi/jwt', 'an expired one', [
    '401 token_expired',
    () => {
      hapiToken.verify(hapiToken.decode(hapiToken.generate({ exp: 1, sub: CANARY }, 'k')), 'k');
    },
  ]),
  verifier('@hapi/jwt', 'another key', [
    '401 token_signature_invalid',
    () => {
      hapiToken.verify(hapiToken.decode(hapiToken.generate({ sub: CANARY }, 'k')), 'z');
    },
  ]),
  verifier('@hapi/jwt', 'no token at all', ['401 token_malformed', () => hapiToken.decode(CANARY)]),
  verifier('jwt-decode', 'no token at all', ['401 token_malformed', () => jwtDecode(CANARY)]),
  ...(
    [
      ['who was refused by the user', `error=access_denied&error_description=${CANARY}`, '403'],
      ['of a server that is down', 'error=temporarily_unavailable', '503'],
      ['who brings another state', `code=${CANARY}&state=${CANARY}`, '400'],
    ] as const
  ).map(
    ([what, query, answer]): FamilyCase => ({
      library: 'oauth4webapi',
      what: `a browser ${what}`,
      mapper: 'oauth',
      raise: () =>
        validateAuthResponse(
          { issuer: 'https://a.example' },
          { client_id: 'a' },
          new URL(`https://b.example/?state=s&${query}`.replace('state=s&code', 'code')),
          's',
        ),
      answer,
    }),
  ),
  ...(
    [
      ['no access token', {}, '401 credentials_missing'],
      ['credentials that are no token', { Authorization: 'Basic YTpi' }, '401 credentials_missing'],
      ['a scheme without a token', { Authorization: 'Bearer' }, '401 token_invalid'],
    ] as const
  ).map(
    ([what, headers, answer]): FamilyCase => ({
      library: 'oauth4webapi',
      what,
      mapper: 'oauth',
      raise: () =>
        validateJwtAccessToken(
          { issuer: 'https://a.example', jwks_uri: 'https://a.example/keys' },
          new Request('https://b.example/orders', { headers }),
          'orders',
        ),
      answer,
      ...(answer === '401 credentials_missing' ? { bare: true as const } : {}),
    }),
  ),
  oauth('InvalidTokenError', () => new InvalidTokenError(CANARY), {
    answer: '401 token_invalid',
    challenge: 'Bearer error="invalid_token", error_description="The token is not valid here"',
  }),
  oauth('InsufficientScopeError', () => new InsufficientScopeError(CANARY), {
    answer: '403 scope_insufficient',
    challenge:
      'Bearer error="insufficient_scope", error_description="The token lacks the scope or a claim that is needed here"',
  }),
  oauth('InvalidClientError', () => new InvalidClientError(CANARY), { answer: '401' }),
  oauth('InvalidGrantError', () => new InvalidGrantError(CANARY), { answer: '400' }),
  oauth('TooManyRequestsError', () => new TooManyRequestsError(CANARY), { answer: '429' }),
  oauth('TemporarilyUnavailableError', () => new TemporarilyUnavailableError(CANARY), {
    answer: '503',
  }),
  {
    library: '@node-oauth/oauth2-server',
    what: 'no token',
    mapper: 'oauth',
    raise: () => authenticate({}),
    answer: '401 credentials_missing',
    challenge: 'Bearer realm="api"',
  },
  {
    library: '@node-oauth/oauth2-server',
    what: 'a token that is unknown',
    mapper: 'oauth',
    raise: () => authenticate({ authorization: `Bearer ${CANARY}` }),
    answer: '401 token_invalid',
  },
  {
    library: '@casl/ability',
    what: 'not allowed',
    mapper: 'permissions',
    raise: () => ForbiddenError.from(ability).throwUnlessCan('update', CANARY),
    answer: '403 permission_denied',
  },
  {
    library: '@casl/ability',
    what: 'not allowed because',
    mapper: 'permissions',
    raise: () => ForbiddenError.from(ability).throwUnlessCan('delete', 'Order'),
    answer: '403 permission_denied',
  },
  {
    library: 'stripe',
    what: 'a webhook’s signature',
    mapper: 'signatures',
    raise: () => stripe.webhooks.constructEvent(CANARY, 't=1,v1=kanari', 'whsec_x'),
    answer: '400 signature_invalid',
  },
  {
    library: 'standardwebhooks',
    what: 'a signature',
    mapper: 'signatures',
    raise: () =>
      new Webhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').verify(CANARY, {
        'webhook-id': 'a',
        'webhook-timestamp': String(NOW),
        'webhook-signature': 'v1,kanari',
      }),
    answer: '400 signature_invalid',
  },
  {
    library: '@octokit/webhooks',
    what: 'a signature',
    mapper: 'signatures',
    raise: () =>
      new Webhooks({ secret: 's', log: SILENT }).verifyAndReceive({
        ...{ id: '1', name: 'push', payload: CANARY },
        signature: `sha256=${'a'.repeat(64)}`,
      }),
    answer: '400 signature_invalid',
  },
  {
    library: '@node-saml/node-saml',
    what: 'an assertion without a signature',
    mapper: 'signatures',
    raise: () => saml.validatePostResponseAsync({ SAMLResponse: ASSERTION }),
    answer: '400 signature_invalid',
  },
  {
    library: '@simplewebauthn/server',
    what: 'another challenge',
    mapper: 'signatures',
    raise: () => verifyAuthenticationResponse(assertion(CANARY)),
    answer: '400 signature_invalid',
  },
  // As AWS's client builds it, of what Cognito says.
  ...Object.entries({
    NotAuthorizedException: '401 authentication_failed',
    CodeMismatchException: '401 authentication_failed',
    UserNotConfirmedException: '403 permission_denied',
    UserNotFoundException: '404 record_not_found',
    UsernameExistsException: '409 already_exists',
    InvalidPasswordException: '422 value_not_accepted',
  }).map(
    ([name, answer]): FamilyCase => ({
      library: '@aws-sdk/client-cognito-identity-provider',
      what: name,
      mapper: 'aws',
      raise: () => Promise.reject(ofCognito(name, CANARY)),
      answer,
    }),
  ),
  {
    library: '@aws-sdk/client-cognito-identity-provider',
    what: 'our own secret',
    mapper: 'aws',
    raise: () =>
      Promise.reject(
        ofCognito('NotAuthorizedException', `Unable to verify secret hash for client ${CANARY}`),
      ),
    answer: '500',
  },
];

function ofCognito(name: string, message: string): Error {
  const members = { name, $fault: 'client', $metadata: { httpStatusCode: 400 } };
  return Object.assign(new Error(message), members);
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

const saml = new SAML({
  callbackUrl: 'https://b.example/saml',
  issuer: 'orders',
  idpCert: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
});

const ASSERTION = Buffer.from(
  `<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="a"><Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="${CANARY}"/></Response>`,
).toString('base64');

/** What an authenticator has signed for another challenge. */
function assertion(challenge: string): Parameters<typeof verifyAuthenticationResponse>[0] {
  return {
    response: {
      ...{ id: 'a', rawId: 'a', type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: encode({ type: 'webauthn.get', challenge, origin: 'https://b.example' }),
        authenticatorData: 'AAAA',
        signature: 'AAAA',
      },
    },
    expectedChallenge: 'ours',
    expectedOrigin: 'https://b.example',
    expectedRPID: 'b.example',
    credential: { id: 'a', publicKey: new Uint8Array(), counter: 0 },
  };
}

function authenticate(headers: Record<string, string>): Promise<unknown> {
  const server = new OAuth2Server({
    model: { getAccessToken: () => Promise.resolve(false) } as never,
  });
  return server.authenticate(
    new OAuth2Server.Request({ method: 'GET', query: {}, headers }),
    new OAuth2Server.Response(),
  );
}
