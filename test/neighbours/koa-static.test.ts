import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import serve from 'koa-static';
import { describeNeighbour } from './support/describe-neighbour.js';

const folder = mkdtempSync(join(tmpdir(), 'static-'));
writeFileSync(join(folder, 'digits.txt'), '0123456789');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describeNeighbour(
  'koa-static',
  { koa: (app) => app.use(serve(folder, { maxage: 60_000 })) },
  (company) => {
    it('serves its files', async () => {
      const answer = await company().request({ path: '/digits.txt' });
      expect([answer.status, answer.text]).toEqual([200, '0123456789']);
      expect(answer.value('cache-control')).toBe('max-age=60');
    });

    it.each([
      ['/none.txt', 404],
      ['/%E0%A4%A', 400],
      ['/digits.txt/below', 404],
      ['/..%2f..%2fetc%2fpasswd', 403],
      ['/a%00b', 400],
    ])('answers %s with %i, and nothing of the file system', async (path, status) => {
      const answer = await company().request({ path });
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({ status });
      expect(answer.text).not.toContain(folder);
      expect(answer.value('cache-control')).toBe('no-store');
    });

    it('answers a method that files do not have', async () => {
      const answer = await company().request({ method: 'DELETE', path: '/digits.txt' });
      expect(answer.status).toBe(404);
    });
  },
);
