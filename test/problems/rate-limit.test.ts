import { rateLimit, rateLimitPolicy } from '@faultless/problems/drafts';
import fc from 'fast-check';
import { parseList } from 'structured-headers';

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

describe('rateLimitPolicy', () => {
  it("writes the draft's own examples, but for a base64 that RFC 9651 §4.1.8 has otherwise", () => {
    expect(
      rateLimitPolicy([
        { name: 'burst', quota: 100, window: 60 },
        { name: 'daily', quota: 1000, window: 86_400 },
      ]),
    ).toBe('"burst";q=100;w=60, "daily";q=1000;w=86400');
    expect(
      rateLimitPolicy([
        { name: 'peruser', quota: 100, window: 60, partitionKey: bytes('cHsdsRa89w==') },
      ]),
    ).toBe('"peruser";q=100;w=60;pk=:cHsdsRa89w==:');
    expect(
      rateLimitPolicy([{ name: 'peruser', quota: 65_535, unit: 'content-bytes', window: 10 }]),
    ).toBe('"peruser";q=65535;qu="content-bytes";w=10');
  });

  it.each([
    [[], 'a list of one policy or more is needed'],
    [undefined, 'a list of one policy or more is needed'],
    [[{ name: 'daily', quota: -1 }], 'quota must be a number, 0 or more, not -1'],
    [[{ name: 'daily', quota: Number.NaN }], 'quota must be a number, 0 or more, not NaN'],
    [[{ name: 'daily', quota: 1.5 }], 'q must be a whole number of at most 15 digits, not 1.5'],
    [
      [{ name: 'daily', quota: 1e15 }],
      'q must be a whole number of at most 15 digits, not 1000000000000000',
    ],
    [[{ name: 'daily', quota: 1, window: 0 }], 'window must be a number, 1 or more, not 0'],
    [[{ name: 'täglich', quota: 1 }], 'name must be a text of ASCII, not täglich'],
    [[{ name: 'a\r\nb', quota: 1 }], 'name must be a text of ASCII, not a\r\nb'],
    [[{ quota: 1 }], 'name must be a text of ASCII, not undefined'],
  ])('refuses what the field can’t say: %p', (policies, message) => {
    expect(() => rateLimitPolicy(policies as never)).toThrow(new TypeError(message));
  });
});

describe('rateLimit', () => {
  it("writes the draft's own examples", () => {
    expect(rateLimit([{ name: 'default', available: 50, window: 30 }])).toBe('"default";r=50;t=30');
    const partitionKey = bytes('dHJpYWwxMjEzMjM=');
    expect(rateLimit([{ name: 'default', available: 999, partitionKey }])).toBe(
      '"default";r=999;pk=:dHJpYWwxMjEzMjM=:',
    );
  });

  it('rounds what is left down, and the time up', () => {
    expect(rateLimit([{ name: 'default', available: 1.9, window: 0.1 }])).toBe('"default";r=1;t=1');
  });

  it.each([
    [{ name: 'a', available: -0.5 }, 'available must be a number, 0 or more, not -0.5'],
    [{ name: 'a', available: 0, window: -1 }, 'window must be a number, 0 or more, not -1'],
    [
      { name: 'a', available: Number.POSITIVE_INFINITY },
      'r must be a whole number of at most 15 digits, not Infinity',
    ],
  ])('refuses what the field can’t say: %p', (limit, message) => {
    expect(() => rateLimit([limit])).toThrow(new TypeError(message));
  });

  it('is read by others as it was meant', () => {
    const limits = fc.array(
      fc.record({
        name: fc.string({ unit: 'grapheme-ascii' }),
        available: fc.integer({ min: 0, max: 999_999_999_999_999 }),
        window: fc.option(fc.nat(), { nil: undefined }),
        partitionKey: fc.option(fc.uint8Array(), { nil: undefined }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(limits, (written) => {
        const read = parseList(rateLimit(written)).map(([name, parameters]) => ({
          name,
          available: parameters.get('r'),
          window: parameters.get('t'),
          partitionKey: parameters.get('pk') as ArrayBuffer | undefined,
        }));
        expect(
          read.map(({ partitionKey, ...rest }) => ({
            ...rest,
            partitionKey: partitionKey && new Uint8Array(partitionKey),
          })),
        ).toEqual(written);
      }),
    );
  });
});
