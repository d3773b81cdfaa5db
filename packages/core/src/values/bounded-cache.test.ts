import { describe, expect, it } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

describe('BoundedCache', () => {
  it('gives back what was set, zero included', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 0);
    expect(cache.get('a')).toBe(0);
    expect(cache.get('b')).toBeUndefined();
  });

  it('never holds more than two generations', () => {
    const cache = new BoundedCache<number>(16);
    let most = 0;
    for (let index = 0; index < 100_000; index += 1) {
      cache.set(`key ${index}`, index);
      most = Math.max(most, cache.size);
    }
    expect(most).toBe(32);
  });

  it('keeps an entry in use through a flood of entries that are asked for once', () => {
    const cache = new BoundedCache<number>(16);
    cache.set('popular', 1);
    for (let index = 0; index < 100_000; index += 1) {
      cache.set(`once ${index}`, index);
      if (index % 10 === 0) expect(cache.get('popular')).toBe(1);
    }
    expect(cache.size).toBeLessThanOrEqual(32);
  });

  it('forgets an entry that is no longer asked for', () => {
    const cache = new BoundedCache<number>(2);
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.set(key, 1);
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('c')).toBe(1);
  });

  it('does not count an entry twice when it moves into the young generation', () => {
    const cache = new BoundedCache<number>(2);
    for (const key of ['a', 'b', 'c']) cache.set(key, 1);
    cache.get('a');
    expect(cache.size).toBe(3);
  });
});
