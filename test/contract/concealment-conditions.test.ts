import { once } from 'node:events';
import { Forbidden, NotFound, Unauthorized } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import type { RequestParts } from '../harness/raw-request.js';
import { UNANSWERED } from '../harness/servers.js';
import { concealables } from './support/concealables.js';
import { OF_THE_HANDLER } from './support/handler-fields.js';

const APP: Readonly<Record<string, string | string[]>> = {
  'X-Request-Id': '7',
  'Access-Control-Allow-Origin': 'https://app.example',
  'Access-Control-Expose-Headers': 'X-Request-Id',
  Vary: 'Origin',
  'Set-Cookie': ['session=1; HttpOnly', 'theme=dark'],
  'Strict-Transport-Security': 'max-age=31536000',
};

const METHODS = ['GET', 'HEAD', 'POST'];

describe('conceal', () => {
  describeEachServer((server) => {
    it.each(Object.entries(OF_THE_HANDLER))(
      'lets nothing through that the handler had set: %s [404-conceals]',
      async (name, value) => {
        const { request } = await server.start((asked, response) => {
          if (asked.url === '/missing') return UNANSWERED;
          response.statusCode = 403;
          response.statusMessage = 'Secret';
          response.setHeader(name, value);
          throw new Forbidden('A secret.', { conceal: true });
        });
        for (const method of METHODS) {
          const real = await request({ method, path: '/missing' });
          const fake = await request({ method, path: '/hidden' });
          expect(mask(fake.bytes)).toBe(mask(real.bytes));
        }
      },
    );

    it('lets nothing through of all that at once, among what the app sets [404-conceals]', async () => {
      const { request } = await server.start(
        (asked, response) => {
          if (asked.url === '/missing') return UNANSWERED;
          for (const [name, value] of Object.entries(OF_THE_HANDLER)) {
            response.setHeader(name, value);
          }
          throw new Unauthorized('secret', { conceal: true });
        },
        {
          before: (_request, response) => {
            for (const [name, value] of Object.entries(APP)) response.setHeader(name, value);
          },
        },
      );
      for (const headers of [{}, { Origin: 'https://app.example' }, { Accept: 'text/html' }]) {
        const real = await request({ path: '/missing', headers });
        const fake = await request({ path: '/hidden', headers });
        expect(mask(fake.bytes)).toBe(mask(real.bytes));
        for (const [name, value] of Object.entries(APP)) {
          if (name !== 'Vary') expect(fake.values(name)).toEqual([value].flat());
        }
      }
    });

    it('keeps the connection as a real 404 does [404-conceals]', async () => {
      const errors = concealables({ conceal: true });
      const { exchange } = await server.start(({ url = '' }) => {
        throw errors[Number(url.slice(1))];
      });
      const requests = errors.map((_error, at) => `GET /${at} HTTP/1.1\r\nHost: test\r\n\r\n`);
      const { responses, closed } = await exchange(requests.join(''), { responses: errors.length });
      expect(new Set(responses.map(({ statusLine }) => statusLine))).toEqual(
        new Set(['HTTP/1.1 404 Not Found']),
      );
      expect(closed).toBe(false);
    });

    it.each([
      ['close', 'close'],
      ['Keep-Alive', 'keep-alive, X-Secret'],
      ['nothing, having said so', undefined],
    ])(
      'keeps the connection though the handler has said %s [404-conceals]',
      async (_what, option) => {
        const { connect } = await server.start((asked, response) => {
          if (asked.url === '/missing') return UNANSWERED;
          response.setHeader('Connection', option ?? 'close');
          if (option === undefined) response.removeHeader('Connection');
          throw asked.url === '/own' ? new NotFound() : new Forbidden({ conceal: true });
        });
        const connection = await connect();
        const ask = async (parts: RequestParts): Promise<string> => {
          const { length } = connection.received;
          await connection.request(parts);
          return mask(connection.received.subarray(length));
        };
        const real = await ask({ path: '/missing' });
        for (const path of ['/hidden', '/own', '/hidden']) expect(await ask({ path })).toBe(real);
        const last = await ask({ path: '/hidden', headers: { Connection: 'close' } });
        expect(last).toMatch(/^Connection: close\r$/m);
        await connection.closed;
      },
    );

    it('hears Connection where nothing can be concealed', async () => {
      const { request } = await server.start((_asked, response) => {
        response.setHeader('Connection', 'close');
        throw new Forbidden();
      });
      expect((await request()).values('Connection')).toEqual(['close']);
    });

    it('answers at once, as a real 404 does, while content is still coming [404-conceals]', async () => {
      const { raw } = await server.start((asked) => {
        if (asked.url === '/missing') return UNANSWERED;
        throw new Forbidden({ conceal: true });
      });
      const post = (path: string): string =>
        `POST ${path} HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\nhalf`;
      const real = await raw(post('/missing'), { untilClosed: false });
      const fake = await raw(post('/hidden'), { untilClosed: false });
      expect(mask(fake.bytes)).toBe(mask(real.bytes));
    });

    it('conceals after an asynchronous check too [404-conceals]', async () => {
      const { request } = await server.start(async (asked) => {
        await once(asked.resume(), 'end');
        if (asked.url === '/missing') return UNANSWERED;
        throw new Forbidden({ conceal: true });
      });
      const real = await request({ method: 'POST', path: '/missing', body: 'text' });
      const fake = await request({ method: 'POST', path: '/hidden', body: 'text' });
      expect(mask(fake.bytes)).toBe(mask(real.bytes));
    });
  });
});
