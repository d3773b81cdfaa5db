import koaCors from '@koa/cors';
import cors from 'cors';
import { describeNeighbour } from './support/describe-neighbour.js';

const ORIGIN = 'https://app.example';
const PREFLIGHT = { Origin: ORIGIN, 'Access-Control-Request-Method': 'DELETE' };

const options = { origin: ORIGIN, credentials: true, exposedHeaders: ['X-Request-Id'] };
const koaOptions = { origin: ORIGIN, credentials: true, exposeHeaders: ['X-Request-Id'] };

describeNeighbour(
  'cors',
  {
    express: (app) => app.use(cors(options)),
    koa: (app) => app.use(koaCors(koaOptions)),
    headers: { Origin: ORIGIN },
    stays: ['access-control-allow-origin', 'access-control-allow-credentials', 'vary'],
  },
  (company) => {
    it('lets a script of that origin read the challenge', async () => {
      const answer = await company().request({ path: '/before', headers: { Origin: ORIGIN } });
      expect(answer.value('access-control-allow-origin')).toBe(ORIGIN);
      expect(answer.value('access-control-expose-headers')?.split(/, ?/)).toEqual([
        'X-Request-Id',
        'WWW-Authenticate',
      ]);
      expect(answer.value('vary')?.split(/, ?/).sort()).toEqual([
        'Accept',
        'Accept-Language',
        'Origin',
      ]);
    });

    it.each(['/fine', '/before', '/nowhere'])('answers the preflight of %s', async (path) => {
      const { status, value } = await company().request({
        method: 'OPTIONS',
        path,
        headers: PREFLIGHT,
      });
      expect([status, value('access-control-allow-origin')]).toEqual([204, ORIGIN]);
      expect(value('access-control-allow-methods')).toContain('DELETE');
      expect(company().reports).toEqual([]);
    });
  },
);

// It keeps its fields on an error itself, and would leave them in `headers`.
describeNeighbour('@koa/cors that keeps no headers on errors', {
  koa: (app) => app.use(koaCors({ ...koaOptions, keepHeadersOnError: false })),
  headers: { Origin: ORIGIN },
  stays: ['access-control-allow-origin', 'access-control-allow-credentials', 'vary'],
});
