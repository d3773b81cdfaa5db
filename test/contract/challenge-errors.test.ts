import {
  BadRequest,
  basic,
  bearer,
  type Challenge,
  dpop,
  Forbidden,
  StepUpRequired,
  Unauthorized,
} from '@faultless/node';
import createError from 'http-errors';
import { describeEachChallenger } from './support/challengers.js';

const EXPLAINED = {
  realm: 'orders',
  error: 'invalid_token',
  errorDescription: 'The token expired',
  errorUri: 'https://example.com/expired',
} as const;
const INFORMATION =
  'error="invalid_token", error_description="The token expired", error_uri="https://example.com/expired"';
const BEARER = bearer(EXPLAINED);
const DPOP = dpop({ ...EXPLAINED, algs: ['ES256', 'PS256'] });
const PLAIN_DPOP = 'DPoP realm="orders", algs="ES256 PS256"';

describeEachChallenger('error information in challenges', (ask) => {
  const challengesOf = async (
    thrown: unknown,
    authorization?: string,
    status = 401,
  ): Promise<string[]> => {
    const fields = authorization === undefined ? {} : { Authorization: authorization };
    const response = await ask(
      () => {
        throw thrown;
      },
      { fields },
    );
    expect(response.status).toBe(status);
    return response.values('WWW-Authenticate');
  };
  const both = (): Unauthorized => new Unauthorized([BEARER, DPOP, basic({ realm: 'orders' })]);

  it.each<[string, string | undefined]>([
    ['no credentials', undefined],
    ['an empty field', ''],
    ['Basic', 'Basic YTpi'],
    ['a scheme that begins alike', 'BearerX abc'],
    ['Bearer as something else', 'X Bearer'],
  ])('is withheld from a request with %s [bearer-no-credentials]', async (_what, authorization) => {
    expect(await challengesOf(both(), authorization)).toEqual([
      'Bearer realm="orders"',
      'Basic realm="orders"',
      PLAIN_DPOP,
    ]);
  });

  it.each(['Bearer abc', 'bearer abc', 'BEARER  abc', 'Bearer\tabc', 'Bearer'])(
    'goes to a request that tried Bearer, and not with the DPoP challenge beside it: %j [bearer-invalid-token]',
    async (authorization) => {
      expect(await challengesOf(both(), authorization)).toEqual([
        `Bearer realm="orders", ${INFORMATION}`,
        'Basic realm="orders"',
        PLAIN_DPOP,
      ]);
    },
  );

  it('goes with DPoP alone to a request that tried DPoP [dpop-tried]', async () => {
    expect(await challengesOf(both(), 'DPoP abc')).toEqual([
      'Bearer realm="orders"',
      'Basic realm="orders"',
      `DPoP realm="orders", ${INFORMATION}, algs="ES256 PS256"`,
    ]);
  });

  it('leaves one parameter at least: the realm of the handler [bearer-param]', async () => {
    const thrown = new Unauthorized(bearer({ error: 'invalid_token' }));
    expect(await challengesOf(thrown)).toEqual(['Bearer realm="api"']);
  });

  it('is withheld whatever the case of its names, and from the challenges of other libraries', async () => {
    const shouting: Challenge = {
      scheme: 'BEARER',
      params: { Realm: 'a', ERROR: 'invalid_token' },
    };
    expect(await challengesOf(new Unauthorized(shouting))).toEqual(['BEARER Realm="a"']);
    const headers = { 'WWW-Authenticate': 'Bearer realm="api", error="invalid_token"' };
    const foreign = createError(401, { headers });
    expect(await challengesOf(foreign)).toEqual(['Bearer realm="api"']);
    expect(await challengesOf(foreign, 'Bearer x')).toEqual([headers['WWW-Authenticate']]);
  });

  it('says with 403 which scope would do [bearer-insufficient-scope]', async () => {
    const thrown = new Forbidden('You may only read.', { scope: 'orders:write' });
    expect(await challengesOf(thrown, 'Bearer abc', 403)).toEqual([
      'Bearer error="insufficient_scope", scope="orders:write"',
    ]);
    expect(await challengesOf(thrown, undefined, 403)).toEqual(['Bearer scope="orders:write"']);
    const several = new Forbidden({ scope: ['orders:read', 'orders:write'] });
    expect(await challengesOf(several, 'Bearer abc', 403)).toEqual([
      'Bearer error="insufficient_scope", scope="orders:read orders:write"',
    ]);
  });

  it('sends a 403 without a scope, or a concealed one, without a challenge', async () => {
    expect(await challengesOf(new Forbidden(), 'Bearer abc', 403)).toEqual([]);
    const concealed = new Forbidden({ scope: 'orders:write', conceal: true });
    expect(await challengesOf(concealed, 'Bearer abc', 404)).toEqual([]);
  });

  it('says with 403 in another scheme which scope would do', async () => {
    const challenges = dpop({ algs: ['ES256'], error: 'insufficient_scope', scope: 'a' });
    expect(await challengesOf(new Forbidden({ challenges }), 'DPoP abc', 403)).toEqual([
      'DPoP error="insufficient_scope", scope="a", algs="ES256"',
    ]);
  });

  it('says with 400 that the request was malformed [bearer-invalid-request]', async () => {
    const thrown = new BadRequest({ challenges: bearer({ error: 'invalid_request' }) });
    expect(await challengesOf(thrown, 'Bearer a b', 400)).toEqual([
      'Bearer error="invalid_request"',
    ]);
    expect(await challengesOf(new BadRequest(), 'Bearer a b', 400)).toEqual([]);
  });

  it('asks for a stronger or a fresher login [step-up]', async () => {
    const thrown = new StepUpRequired({ acrValues: ['myACR', 'urn:b'], maxAge: 300 });
    expect(await challengesOf(thrown, 'Bearer abc')).toEqual([
      'Bearer error="insufficient_user_authentication", acr_values="myACR urn:b", max_age="300"',
    ]);
    expect(await challengesOf(thrown)).toEqual(['Bearer acr_values="myACR urn:b", max_age="300"']);
  });
});
