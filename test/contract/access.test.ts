import {
  basic,
  bearer,
  challenge,
  Forbidden,
  HttpError,
  ProxyAuthenticationRequired,
  Unauthorized,
} from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

describe('Unauthorized', () => {
  describeEachServer((server) => {
    it('challenges with the scope as the realm [401-challenge]', async () => {
      const { request, lastReport } = await server.start(throwing(new Unauthorized('orders')));
      const response = await request();
      expect(response.statusLine).toBe('HTTP/1.1 401 Unauthorized');
      expect(response.values('WWW-Authenticate')).toEqual(['Bearer realm="orders"']);
      expect(response.json()).toMatchObject({ status: 401, title: 'Unauthorized' });
      expect(lastReport()).toMatchObject({ status: 401, sentStatus: 401, concealed: false });
    });

    it("challenges for a scope with the handler's scheme [401-challenge]", async () => {
      const { request } = await server.start(throwing(new Unauthorized('orders')), {
        scheme: 'Basic',
        realm: 'another',
      });
      expect((await request()).values('WWW-Authenticate')).toEqual(['Basic realm="orders"']);
    });

    it("keeps a challenge's own scheme, whatever the handler's [401-challenge]", async () => {
      const thrown = new Unauthorized(bearer({ realm: 'orders', scope: 'read write' }));
      const { request } = await server.start(throwing(thrown), { scheme: 'Basic' });
      expect((await request()).values('WWW-Authenticate')).toEqual([
        'Bearer realm="orders", scope="read write"',
      ]);
    });

    it('sends a header line for each challenge, those of known schemes first [challenge-lines] [challenge-order]', async () => {
      const thrown = new Unauthorized([
        challenge('vapid', { realm: 'push' }),
        bearer({ realm: 'orders' }),
        basic({ realm: 'orders' }),
        challenge('HOBA', { realm: 'orders' }),
      ]);
      const { request } = await server.start(throwing(thrown));
      expect((await request()).values('WWW-Authenticate')).toEqual([
        'Bearer realm="orders"',
        'Basic realm="orders"',
        'vapid realm="push"',
        'HOBA realm="orders"',
      ]);
    });

    it('challenges twice with one scheme for two realms [challenge-same-scheme]', async () => {
      const thrown = new Unauthorized([basic({ realm: 'orders' }), basic({ realm: 'stock' })]);
      const { request } = await server.start(throwing(thrown));
      expect((await request()).values('WWW-Authenticate')).toEqual([
        'Basic realm="orders"',
        'Basic realm="stock"',
      ]);
    });

    it('sends a token68 alone, and a scheme alone [challenge-grammar]', async () => {
      const thrown = new Unauthorized([challenge('Negotiate', 'YII='), challenge('Mutual')]);
      const { request } = await server.start(throwing(thrown));
      expect((await request()).values('WWW-Authenticate')).toEqual(['Negotiate YII=', 'Mutual']);
    });
  });

  it('refuses a challenge with parameters and a token68 [challenge-grammar]', () => {
    const both = { scheme: 'Negotiate', params: { realm: 'x' }, token68: 'YII=' };
    expect(() => new Unauthorized(both)).toThrow(TypeError);
  });

  it.each([[null], [''], [[]], [{}], [7]])(
    'can not be made with %j for a challenge [401-challenge]',
    (nothing) => {
      expect(() => new Unauthorized(nothing as unknown as string)).toThrow(TypeError);
    },
  );
});

describe('errorHandler', () => {
  describeEachServer((server) => {
    it.each([
      ['http-errors', createError(401)],
      ['an error with a status', Object.assign(new Error('no'), { status: 401 })],
      ['HttpError', new HttpError(401)],
      ['an empty field', createError(401, { headers: { 'WWW-Authenticate': '' } })],
      ['no challenge', createError(401, { headers: { 'WWW-Authenticate': ' , ' } })],
    ])('gives a 401 without a challenge its own: %s [401-challenge]', async (_what, thrown) => {
      const { request } = await server.start(throwing(thrown));
      const response = await request();
      expect(response.status).toBe(401);
      expect(response.values('WWW-Authenticate')).toEqual(['Bearer realm="api"']);
    });

    it('takes realm and scheme of its own challenge from the options [401-challenge]', async () => {
      const options = { realm: 'the "shop" \\', scheme: 'Basic' } as const;
      const { request } = await server.start(throwing(createError(401)), options);
      expect((await request()).values('WWW-Authenticate')).toEqual([
        'Basic realm="the \\"shop\\" \\\\"',
      ]);
    });

    it("keeps another error's challenge [401-challenge]", async () => {
      const headers = { 'WWW-Authenticate': 'Basic realm="jwt"' };
      const { request } = await server.start(throwing(createError(401, { headers })));
      expect((await request()).values('WWW-Authenticate')).toEqual(['Basic realm="jwt"']);
    });

    it.each([
      ['one', 'Basic realm="users"', ['Basic realm="users"']],
      [
        'several',
        ['Bearer realm="users"', 'Basic realm="users"'],
        ['Bearer realm="users"', 'Basic realm="users"'],
      ],
    ])(
      'keeps what passport has set on the response: %s [401-challenge]',
      async (_what, set, kept) => {
        const { request } = await server.start((_request, response) => {
          response.statusCode = 401;
          response.setHeader('WWW-Authenticate', set);
          throw createError(401);
        });
        expect((await request()).values('WWW-Authenticate')).toEqual(kept);
      },
    );

    it('prefers the challenge of the error to the one on the response [401-challenge]', async () => {
      const { request } = await server.start((_request, response) => {
        response.setHeader('WWW-Authenticate', 'Basic realm="users"');
        throw new Unauthorized('orders');
      });
      expect((await request()).values('WWW-Authenticate')).toEqual(['Bearer realm="orders"']);
    });
  });
});

describe('ProxyAuthenticationRequired', () => {
  describeEachServer((server) => {
    it.each([
      ['a scope', () => new ProxyAuthenticationRequired('out'), ['Bearer realm="out"']],
      [
        'several challenges',
        () => new ProxyAuthenticationRequired([basic({ realm: 'a' }), bearer({ realm: 'b' })]),
        ['Basic realm="a"', 'Bearer realm="b"'],
      ],
      ['none, as http-errors', () => createError(407), ['Bearer realm="api"']],
    ])('challenges in Proxy-Authenticate alone: %s [407-challenge]', async (_what, make, lines) => {
      const { request } = await server.start(throwing(make()));
      const response = await request();
      expect(response.statusLine).toBe('HTTP/1.1 407 Proxy Authentication Required');
      expect(response.values('Proxy-Authenticate')).toEqual(lines);
      expect(response.values('WWW-Authenticate')).toEqual([]);
    });
  });
});

describe('Forbidden', () => {
  describeEachServer((server) => {
    it('tells its detail, and asks for no credentials', async () => {
      const { request, lastReport } = await server.start(throwing(new Forbidden('Owners only.')));
      const response = await request();
      expect(response.statusLine).toBe('HTTP/1.1 403 Forbidden');
      expect(response.json()).toMatchObject({ status: 403, detail: 'Owners only.' });
      expect(response.values('WWW-Authenticate')).toEqual([]);
      expect(lastReport()).toMatchObject({ status: 403, concealed: false });
    });
  });
});
