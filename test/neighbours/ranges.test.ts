import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compression from 'compression';
import express from 'express';
import express4 from 'express4';
import { decode, describeNeighbour } from './support/describe-neighbour.js';

const folder = mkdtempSync(join(tmpdir(), 'ranges-'));
const TEXT = '0123456789'.repeat(500);
writeFileSync(join(folder, 'digits.txt'), TEXT);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([
  ['Express 4', express4.static as unknown as typeof express.static],
  ['Express 5', express.static],
])('the files of %s, compressed', (_name, serve) => {
  describeNeighbour(
    'express.static beneath compression',
    {
      express: (app) => {
        app.use(compression({ threshold: 0 }));
        app.use('/files', serve(folder, { fallthrough: false, index: false }));
      },
    },
    (company) => {
      const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
        company().request({ path, method, headers: { 'Accept-Encoding': 'gzip', ...headers } });

      it('serves a part, which says what it is part of', async () => {
        const answer = await ask('/files/digits.txt', { Range: 'bytes=10-19' });
        expect([answer.status, answer.value('content-range')]).toEqual([206, 'bytes 10-19/5000']);
        expect(decode(answer)).toBe('0123456789');
      });

      it.each(['GET', 'HEAD'])(
        'says of a range beyond the end how long it is: %s',
        async (method) => {
          const answer = await ask('/files/digits.txt', { Range: 'bytes=9000-' }, method);
          expect([answer.status, answer.value('content-range')]).toEqual([416, 'bytes */5000']);
          expect(answer.values('content-type')).toEqual(['application/problem+json']);
          expect(answer.values('last-modified')).toEqual([]);
          expect(answer.values('etag')).toEqual([]);
          if (method === 'GET') expect(JSON.parse(decode(answer))).toMatchObject({ status: 416 });
          else expect(answer.values('content-encoding')).toEqual([]);
        },
      );

      it.each(['GET', 'HEAD'])('answers %s of a file that is not there', async (method) => {
        const answer = await ask('/files/none.txt', { Range: 'bytes=0-1' }, method);
        expect([answer.status, answer.values('content-range')]).toEqual([404, []]);
      });

      it('answers HEAD of one that is, without encoding what it does not send', async () => {
        const answer = await ask('/files/digits.txt', {}, 'HEAD');
        expect([answer.status, answer.text, answer.value('content-length')]).toEqual([
          200,
          '',
          '5000',
        ]);
      });
    },
  );
});
