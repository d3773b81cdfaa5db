import { dpop, Forbidden, HttpError, NotFound, Unauthorized } from '@faultless/node';
import createError from 'http-errors';
import type { Handler } from '../harness/servers.js';
import { describeEachChallenger } from './support/challengers.js';

const EXPOSE = 'Access-Control-Expose-Headers';
const ORIGIN = { Origin: 'https://app.example' };

/** An app whose CORS middleware sets fields before the handler throws. */
function withCors(fields: Readonly<Record<string, string | string[]>>, thrown: unknown): Handler {
  return (_request, response) => {
    for (const [name, value] of Object.entries(fields)) response.setHeader(name, value);
    throw thrown;
  };
}

const ANY = { 'Access-Control-Allow-Origin': '*' };

describeEachChallenger('the exposure of challenges to other origins', (ask) => {
  it.each<[string, Readonly<Record<string, string | string[]>>, string]>([
    ['nothing', {}, 'WWW-Authenticate'],
    ['a list', { [EXPOSE]: 'X-Request-Id, ETag' }, 'X-Request-Id, ETag, WWW-Authenticate'],
    [
      'several lines',
      { [EXPOSE]: ['X-Request-Id', 'ETag'] },
      'X-Request-Id, ETag, WWW-Authenticate',
    ],
    ['the same in another case', { [EXPOSE]: 'www-authenticate, ,X-A' }, 'www-authenticate, X-A'],
    ['the wildcard', { [EXPOSE]: '*' }, '*, WWW-Authenticate'],
    [
      'the wildcard, which is a name like any other with credentials',
      { [EXPOSE]: '*', 'Access-Control-Allow-Credentials': 'true' },
      '*, WWW-Authenticate',
    ],
  ])('joins what the app exposes: %s [dpop-cors]', async (_what, fields, expected) => {
    const fail = withCors({ ...ANY, ...fields }, new Unauthorized('orders'));
    const response = await ask(fail, { fields: ORIGIN });
    expect(response.values(EXPOSE)).toEqual([expected]);
    expect(response.values('Access-Control-Allow-Origin')).toEqual(['*']);
  });

  it('names DPoP-Nonce where there is one', async () => {
    const thrown = new Unauthorized(dpop({ algs: ['ES256'], nonce: 'n' }));
    const allowed = { 'Access-Control-Allow-Origin': ORIGIN.Origin };
    const response = await ask(withCors(allowed, thrown), { fields: ORIGIN });
    expect(response.values(EXPOSE)).toEqual(['WWW-Authenticate, DPoP-Nonce']);
  });

  it('names Retry-After where there is one, of the error or of the app', async () => {
    const own = withCors(ANY, new HttpError(503, { retryAfter: 5 }));
    const ofApp = withCors({ ...ANY, 'Retry-After': '5' }, new HttpError(429));
    for (const fail of [own, ofApp]) {
      expect((await ask(fail, { fields: ORIGIN })).values(EXPOSE)).toEqual(['Retry-After']);
    }
  });

  it('names the challenge of a 403, and one that the app has set itself', async () => {
    const forbidden = withCors(ANY, new Forbidden({ scope: 'a' }));
    const own = withCors(
      { ...ANY, 'WWW-Authenticate': 'Basic realm=not quoted', 'DPoP-Nonce': 'n' },
      new HttpError(401),
    );
    expect((await ask(forbidden, { fields: ORIGIN })).values(EXPOSE)).toEqual(['WWW-Authenticate']);
    expect((await ask(own, { fields: ORIGIN })).values(EXPOSE)).toEqual([
      'WWW-Authenticate, DPoP-Nonce',
    ]);
  });

  it('reads the CORS fields that come with the error, as @koa/cors has them', async () => {
    const headers = { 'access-control-allow-origin': ORIGIN.Origin, [EXPOSE.toLowerCase()]: 'X-A' };
    const response = await ask(withCors({}, createError(401, { headers })), { fields: ORIGIN });
    expect(response.values(EXPOSE)).toEqual(['X-A, WWW-Authenticate']);
  });

  it.each<[string, Handler, Readonly<Record<string, string>>]>([
    ['no Origin', withCors(ANY, new Unauthorized('a')), {}],
    ['no permission', withCors({}, new Unauthorized('a')), ORIGIN],
    ['no challenge', withCors(ANY, new Forbidden()), ORIGIN],
    ['a 404', withCors({ ...ANY, 'WWW-Authenticate': 'Basic realm="a"' }, new NotFound()), ORIGIN],
    ['a concealed challenge', withCors(ANY, new Forbidden({ scope: 'a', conceal: true })), ORIGIN],
  ])('adds nothing with %s', async (_what, fail, fields) => {
    expect((await ask(fail, { fields })).values(EXPOSE)).toEqual([]);
  });

  it('adds nothing when exposeChallenges is false', async () => {
    const fail = withCors({ ...ANY, [EXPOSE]: 'X-A' }, new Unauthorized('a'));
    const response = await ask(fail, { fields: ORIGIN, options: { exposeChallenges: false } });
    expect(response.values(EXPOSE)).toEqual(['X-A']);
  });
});
