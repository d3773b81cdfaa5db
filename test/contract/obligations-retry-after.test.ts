import { HttpError, ServiceUnavailable, TooManyRequests } from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

/** Retry-After = HTTP-date / delay-seconds; a sender writes an IMF-fixdate (RFC 9110 §5.6.7). */
const RETRY_AFTER = /^(?:\d+|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;

/** As http-errors makes one. */
const ours = (status: number, { headers }: { headers: Record<string, string | number> }) =>
  new HttpError(status, { headers });

describe('retryAfter', () => {
  describeEachServer((server) => {
    it.each<[number | Date, string]>([
      [0, '0'],
      [-0, '0'],
      [1, '1'],
      [0.001, '1'],
      [1.5, '2'],
      [119.999, '120'],
      [86_400, '86400'],
      [1e21, '1000000000000000000000'],
      [new Date(0), 'Thu, 01 Jan 1970 00:00:00 GMT'],
      [new Date('2044-12-01T16:00:00.999Z'), 'Thu, 01 Dec 2044 16:00:00 GMT'],
    ])('leaves %p as %j [retry-after-format]', async (retryAfter, value) => {
      const { request } = await server.start(throwing(new TooManyRequests({ retryAfter })));
      const response = await request();
      expect(response.values('Retry-After')).toEqual([value]);
      expect(response.value('Retry-After')).toMatch(RETRY_AFTER);
      expect(response.json().temporary).toBe(true);
    });

    it('wins over a header of the same name [retry-after-format]', async () => {
      const thrown = new ServiceUnavailable({
        retryAfter: 5,
        headers: { 'retry-after': '7', 'Retry-After': '8' },
      });
      const { request } = await server.start(throwing(thrown));
      expect((await request()).values('Retry-After')).toEqual(['5']);
    });

    it.each([
      ['1.5', '2'],
      [' 7 ', '7'],
      ['0', '0'],
      ['120', '120'],
      ['Thu, 01 Dec 2044 16:00:00 GMT', 'Thu, 01 Dec 2044 16:00:00 GMT'],
      [1.5, '2'],
      [60, '60'],
    ])(
      'of a header, another error or ours, is repaired: %j leaves as %j [retry-after-format]',
      async (said, value) => {
        const headers = { 'Retry-After': said };
        for (const make of [createError, ours]) {
          const { request } = await server.start(throwing(make(503, { headers })));
          expect((await request()).values('Retry-After')).toEqual([value]);
        }
      },
    );

    it.each(['soon', '-1', 'NaN', 'Infinity', '1e3', '5, 6', 'tomorrow at 9', -1, Number.NaN])(
      'of a header is left out if nobody can read it, and the operator is told: %j [retry-after-format]',
      async (said) => {
        const { request, lastReport } = await server.start(
          throwing(createError(503, { headers: { 'Retry-After': said } })),
        );
        expect((await request()).values('Retry-After')).toEqual([]);
        expect(lastReport().notices).toHaveLength(1);
      },
    );
  });

  it.each([
    [Number.NaN],
    [-1],
    [-0.5],
    [Number.POSITIVE_INFINITY],
    [new Date(Number.NaN)],
    [new Date(8.64e15)],
    ['10'],
    [null],
    [{}],
    [10n],
  ])('refuses %p where it is constructed [retry-after-format]', (retryAfter) => {
    expect(() => new TooManyRequests({ retryAfter: retryAfter as number })).toThrow(/retryAfter/);
  });
});
