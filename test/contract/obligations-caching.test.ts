import { Gone, HttpError } from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing, throwingOneOf } from '../harness/throwing.js';
import { REGISTERED } from './support/registered.js';

/** Caches may store these without being told so (RFC 9110 §15.1). */
const HEURISTICALLY_CACHEABLE = [404, 405, 410, 414, 451, 501];

const LONG = {
  'cache-control': 'public, max-age=31536000',
  Expires: 'Thu, 01 Dec 2044 16:00:00 GMT',
};

/** RFC 9213 §2.2: whoever finds its own ignores Cache-Control. */
const TARGETED = {
  'CDN-Cache-Control': 'max-age=60',
  'Vercel-CDN-Cache-Control': 'max-age=60',
  'x-litespeed-cache-control': 'max-age=60',
  'Edge-Control': 'cache-maxage=60',
  'Surrogate-Control': 'max-age=60',
};

describe('Cache-Control', () => {
  describeEachServer((server) => {
    it.each(HEURISTICALLY_CACHEABLE)(
      'says that a %i is not stored, ours and that of others [heuristically-cacheable]',
      async (status) => {
        const thrown = [new HttpError(status), createError(status), { status }];
        const { request } = await server.start(throwingOneOf(thrown));
        for (const at of thrown.keys()) {
          const response = await request({ path: `/${at}` });
          expect(response.status).toBe(status);
          expect(response.values('Cache-Control')).toEqual(['no-store']);
          expect(response.values('Expires')).toEqual([]);
        }
      },
    );

    it('is no-store for every status by default, whatever the handler had set', async () => {
      const { request } = await server.start(
        throwingOneOf(REGISTERED.map((status) => new HttpError(status))),
        {
          before: (_request, response) => {
            for (const [name, value] of Object.entries(LONG)) response.setHeader(name, value);
            response.setHeader('ETag', '"success"');
          },
        },
      );
      for (const [at, status] of REGISTERED.entries()) {
        const response = await request({ path: `/${at}` });
        expect(response.status).toBe(status);
        expect(response.values('Cache-Control')).toEqual(['no-store']);
        expect([...response.values('Expires'), ...response.values('ETag')]).toEqual([]);
      }
    });

    it('is what the error says on purpose [heuristically-cacheable]', async () => {
      const { request } = await server.start(throwing(new Gone({ headers: LONG })));
      const response = await request();
      expect(response.values('Cache-Control')).toEqual([LONG['cache-control']]);
      expect(response.values('Expires')).toEqual([LONG.Expires]);
    });

    it.each([
      ['428 [428-not-stored]', 428],
      ['429 [429-not-stored]', 429],
      ['431 [431-not-stored]', 431],
      ['511 [511-not-stored]', 511],
    ])(
      'is no-store though the error says otherwise: %s [targeted-caching]',
      async (_what, status) => {
        const thrown = [
          new HttpError(status, { headers: { ...LONG, ...TARGETED } }),
          createError(status, { headers: LONG }),
          Object.assign(new Error(), { statusCode: status, headers: LONG }),
        ];
        const { request } = await server.start(throwingOneOf(thrown));
        for (const at of thrown.keys()) {
          const response = await request({ path: `/${at}` });
          expect(response.status).toBe(status);
          expect(response.values('Cache-Control')).toEqual(['no-store']);
          expect(response.values('Expires')).toEqual([]);
          for (const name of Object.keys(TARGETED)) expect(response.values(name)).toEqual([]);
        }
      },
    );
  });
});
