import { describe, expect, it } from '@jest/globals';
import { safeDetail } from './safe-detail.js';

describe('safeDetail', () => {
  it.each<[string, unknown]>([
    ['must be a number', 'abc'],
    ['must be 10 or more', 1],
    ['must be on or off', ''],
    ['length must be at least 10', '1'],
    ['must be one', { a: 1 }],
    ['must be small', 10n ** 100_000n],
    ['must be short', 'x'.repeat(1e6)],
  ])('lets %p pass, which does not repeat %p', (message, refused) => {
    expect(safeDetail(message, [refused])).toBe(message);
  });

  it('keeps a message about more values than it looks for to itself', () => {
    expect(safeDetail('must be one', Array.from({ length: 101 }, String))).toBeUndefined();
  });

  it.each<[unknown, unknown]>([
    ['was "abc"', 'abc'],
    ['abcdef is none', 'abcde'],
    ['was 12, must be 5', 12],
    ['was 12', 12n],
    ['was on', 'on'],
    ['was "a\\"b\\n"', 'a"b\n'],
    ['was Invalid Date', new Date(Number.NaN)],
    ['was 1970-01-01T00:00:00.000Z', new Date(0)],
    ['', 'x'],
    [{ text: 'x' }, 'y'],
    ['x'.repeat(501), 'y'],
  ])('keeps %p, for %p, to itself', (message, refused) => {
    expect(safeDetail(message, [refused])).toBeUndefined();
  });
});
