import {
  basic,
  bearer,
  digest,
  dpop,
  HttpError,
  ProxyAuthenticationRequired,
  Unauthorized,
} from '@faultless/node';
import createError from 'http-errors';
import { describeEachChallenger, throwing } from './support/challengers.js';

const NONCE = 'eyJ7S_zG.eyJH0-Z.HX4w-7v';
const METADATA = 'https://api.example/.well-known/oauth-protected-resource';

describeEachChallenger('DPoP-Nonce', (ask) => {
  it('leaves once, with the error of the proof, and is not stored [dpop-nonce-uncacheable] [dpop-algs]', async () => {
    const thrown = new Unauthorized(
      [
        dpop({ algs: ['ES256'], nonce: NONCE, errorDescription: 'A nonce is needed' }),
        dpop({ algs: ['EdDSA'], nonce: NONCE }),
        bearer({ realm: 'orders' }),
      ],
      { headers: { 'Cache-Control': 'max-age=60', Expires: 'Sat, 21 Nov 2026 00:00:00 GMT' } },
    );
    const response = await ask(throwing(thrown), { fields: { Authorization: 'DPoP abc' } });
    expect(response.status).toBe(401);
    expect(response.values('DPoP-Nonce')).toEqual([NONCE]);
    expect(response.values('Cache-Control')).toEqual(['no-store']);
    expect(response.values('Expires')).toEqual([]);
    expect(response.values('WWW-Authenticate')).toEqual([
      'Bearer realm="orders"',
      'DPoP error="use_dpop_nonce", error_description="A nonce is needed", algs="ES256"',
      'DPoP error="use_dpop_nonce", algs="EdDSA"',
    ]);
  });

  it('replaces the one that the app has set', async () => {
    const response = await ask((_request, res) => {
      res.setHeader('dpop-nonce', 'old');
      throw new Unauthorized(dpop({ algs: ['ES256'], nonce: NONCE }));
    });
    expect(response.values('DPoP-Nonce')).toEqual([NONCE]);
  });

  it('leaves once, though several were set [dpop-nonce-once]', async () => {
    const thrown = new HttpError(401, { headers: { 'DPoP-Nonce': ['old', NONCE] } });
    expect((await ask(throwing(thrown))).values('DPoP-Nonce')).toEqual([NONCE]);
    const response = await ask((_request, res) => {
      res.setHeader('DPoP-Nonce', ['old', NONCE]);
      throw new HttpError(401);
    });
    expect(response.values('DPoP-Nonce')).toEqual([NONCE]);
  });

  it('of the app’s own is not stored either', async () => {
    const response = await ask((_request, res) => {
      res.setHeader('DPoP-Nonce', NONCE);
      throw new HttpError(410, { headers: { 'Cache-Control': 'max-age=60' } });
    });
    expect(response.values('DPoP-Nonce')).toEqual([NONCE]);
    expect(response.values('Cache-Control')).toEqual(['no-store']);
  });
});

describeEachChallenger('407', (ask) => {
  it('challenges in Proxy-Authenticate only, and reads Proxy-Authorization', async () => {
    const thrown = new ProxyAuthenticationRequired([
      bearer({ realm: 'proxy', error: 'invalid_token' }),
      basic({ realm: 'proxy' }),
    ]);
    const options = { protectedResource: { metadataUrl: METADATA } };
    const untried = await ask(throwing(thrown), { options, fields: { Authorization: 'Bearer a' } });
    expect(untried.status).toBe(407);
    expect(untried.values('WWW-Authenticate')).toEqual([]);
    expect(untried.values('Proxy-Authenticate')).toEqual([
      'Bearer realm="proxy"',
      'Basic realm="proxy"',
    ]);
    const fields = { 'Proxy-Authorization': 'Bearer a' };
    const tried = await ask(throwing(thrown), { options, fields });
    expect(tried.values('Proxy-Authenticate')).toEqual([
      'Bearer realm="proxy", error="invalid_token"',
      'Basic realm="proxy"',
    ]);
  });

  it('names the scope, and has a default, as 401 does [407-challenge]', async () => {
    const named = await ask(throwing(new ProxyAuthenticationRequired('proxy')));
    expect(named.values('Proxy-Authenticate')).toEqual(['Bearer realm="proxy"']);
    const options = { scheme: 'Basic', realm: 'out' } as const;
    const bare = await ask(throwing(createError(407)), { options });
    expect(bare.values('Proxy-Authenticate')).toEqual(['Basic realm="out"']);
  });

  it('never carries DPoP [dpop-not-for-proxies]', async () => {
    expect(() => new ProxyAuthenticationRequired(dpop({ algs: ['ES256'] }))).toThrow(TypeError);
    const headers = { 'Proxy-Authenticate': 'DPoP algs="ES256", Basic realm="a"' };
    const mixed = await ask(throwing(createError(407, { headers })));
    expect(mixed.values('Proxy-Authenticate')).toEqual(['Basic realm="a"']);
    const smuggled = Object.assign(new HttpError(407), {
      challenges: dpop({ algs: ['ES256'], nonce: NONCE }),
    });
    const replaced = await ask(throwing(smuggled));
    expect(replaced.values('Proxy-Authenticate')).toEqual(['Bearer realm="api"']);
    expect(replaced.values('DPoP-Nonce')).toEqual([]);
  });
});

describeEachChallenger('protectedResource', (ask) => {
  const options = { protectedResource: { metadataUrl: METADATA } };
  const pointer = `resource_metadata="${METADATA}"`;

  it.each<[string, unknown, readonly string[]]>([
    ['a default', new HttpError(401), [`Bearer realm="api", ${pointer}`]],
    ['a scope', new Unauthorized('orders'), [`Bearer realm="orders", ${pointer}`]],
    [
      'the challenge of another library',
      createError(401, { headers: { 'www-authenticate': 'Bearer realm="a"' } }),
      [`Bearer realm="a", ${pointer}`],
    ],
    [
      'Bearer and DPoP, not Basic and Digest',
      new Unauthorized([
        bearer({ scope: 'a' }),
        basic({ realm: 'b' }),
        digest({ realm: 'c', nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' }),
        dpop({ algs: ['ES256'] }),
      ]),
      [
        `Bearer scope="a", ${pointer}`,
        'Basic realm="b"',
        'Digest realm="c", nonce="n", algorithm=SHA-256, qop="auth"',
        `DPoP algs="ES256", ${pointer}`,
      ],
    ],
    [
      'a challenge with a pointer of its own, once',
      new Unauthorized({ scheme: 'bearer', params: { Resource_Metadata: 'https://b.example/' } }),
      ['bearer Resource_Metadata="https://b.example/"'],
    ],
  ])('points to the metadata from %s [resource-metadata]', async (_what, thrown, expected) => {
    const response = await ask(throwing(thrown), { options });
    expect(response.status).toBe(401);
    expect(response.values('WWW-Authenticate')).toEqual(expected);
  });

  it('points there although nothing else is left of the challenge', async () => {
    const thrown = new Unauthorized(bearer({ error: 'invalid_token' }));
    const response = await ask(throwing(thrown), { options });
    expect(response.values('WWW-Authenticate')).toEqual([`Bearer ${pointer}`]);
  });

  it('adds to the Bearer challenge that the app has set', async () => {
    const response = await ask(
      (_request, res) => {
        res.setHeader('WWW-Authenticate', 'Bearer realm="a"');
        throw new HttpError(401);
      },
      { options },
    );
    expect(response.values('WWW-Authenticate')).toEqual([`Bearer realm="a", ${pointer}`]);
  });
});
