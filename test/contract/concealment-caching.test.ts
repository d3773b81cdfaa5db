import { Forbidden, HttpError, NotFound } from '@faultless/node';
import CachePolicy from 'http-cache-semantics';
import createError from 'http-errors';
import type { Handler } from '../harness/servers.js';
import type { RunningServer } from '../harness/start-server.js';
import { eachServer } from './support/each-server.js';

const STORED = [
  { 'Cache-Control': 'public, max-age=60' },
  { 'Cache-Control': 's-maxage=60' },
  { Expires: 'Thu, 01 Dec 2094 16:00:00 GMT' },
] as const;

/** A cache that all clients of a server share (RFC 9111). */
class SharedCache {
  readonly #stored = new Map<string, { policy: CachePolicy; status: number }>();

  constructor(readonly server: RunningServer) {}

  /** The status that a user gets for a path, from here or from the server. */
  async ask(path: string, user: string): Promise<number> {
    const request = { method: 'GET', url: path, headers: { host: 'localhost', 'x-user': user } };
    const known = this.#stored.get(path);
    if (known?.policy.satisfiesWithoutRevalidation(request)) return known.status;
    const { status, fields } = await this.server.request({ path, headers: { 'X-User': user } });
    const headers = Object.fromEntries(
      fields.map(([name, value]) => [name.toLowerCase(), value] as const),
    );
    const policy = new CachePolicy(request, { status, headers }, { shared: true });
    if (policy.storable()) this.#stored.set(path, { policy, status });
    return status;
  }
}

/** An order of Ada's: hers alone, and a secret to everybody else. */
const ofAda =
  (missing: () => NotFound, conceal = missing): Handler =>
  ({ url, headers }, response) => {
    if (url !== '/orders/7') throw missing();
    if (headers['x-user'] !== 'ada') throw new Forbidden({ conceal: conceal() });
    response.setHeader('Cache-Control', 'no-store');
    response.end('yours');
  };

eachServer('a 404 in a shared cache', (start) => {
  it.each(STORED)(
    'hides nothing from its owner, though it says %j [404-conceals]',
    async (headers) => {
      const server = await start(ofAda(() => new NotFound({ headers })));
      const cache = new SharedCache(server);
      expect(await cache.ask('/orders/7', 'eve')).toBe(404);
      expect(await cache.ask('/orders/7', 'ada')).toBe(200);
      const real = await server.request({ path: '/orders/8' });
      const fake = await server.request({ path: '/orders/7' });
      for (const { values } of [real, fake]) {
        expect(values('Cache-Control')).toEqual(['no-store']);
        expect(values('Expires')).toEqual([]);
      }
      expect(server.lastReport().notices).toEqual([
        { message: expect.stringContaining('conceal: false') as unknown },
      ]);
    },
  );

  it('is not kept either where it comes from elsewhere', async () => {
    const server = await start(() => {
      throw createError(404, { headers: STORED[0] });
    });
    expect((await server.request()).values('Cache-Control')).toEqual(['no-store']);
  });

  it('is not spoken of where another status is not stored', async () => {
    const server = await start(() => {
      throw new HttpError(429, { headers: STORED[0] });
    });
    expect((await server.request()).values('Cache-Control')).toEqual(['no-store']);
    expect(server.onlyReport().notices).toEqual([]);
  });

  it('says nothing new where it was not to be stored anyway', async () => {
    const server = await start(() => {
      throw new NotFound({ headers: { 'Cache-Control': 'private, no-store' } });
    });
    expect((await server.request()).values('Cache-Control')).toEqual(['no-store']);
    expect(server.onlyReport().notices).toEqual([]);
  });

  it('is kept where it says that it hides nothing', async () => {
    let asked = 0;
    const server = await start(() => {
      asked += 1;
      throw new NotFound({ conceal: false, headers: STORED[0] });
    });
    const cache = new SharedCache(server);
    expect([await cache.ask('/a', 'eve'), await cache.ask('/a', 'ada')]).toEqual([404, 404]);
    expect(asked).toBe(1);
    expect(server.onlyReport().notices).toEqual([]);
  });

  it('that says so is not imitated', async () => {
    const open = () => new NotFound({ conceal: false, headers: STORED[0] });
    const server = await start(ofAda(open));
    const cache = new SharedCache(server);
    expect(await cache.ask('/orders/7', 'eve')).toBe(404);
    expect(await cache.ask('/orders/7', 'ada')).toBe(200);
    expect(server.onlyReport()).toMatchObject({
      concealed: true,
      notices: [{ message: expect.stringContaining('conceal: false') as unknown }],
    });
  });

  it('is not asked of what is no 404', async () => {
    const server = await start(() => {
      throw new HttpError(410, { headers: STORED[0] });
    });
    const cache = new SharedCache(server);
    expect([await cache.ask('/a', 'eve'), await cache.ask('/a', 'ada')]).toEqual([410, 410]);
    expect(server.reports).toHaveLength(1);
  });
});
