import { describe, expect, it } from '@jest/globals';
import { parsePath } from './parse-path.js';

describe('parsePath', () => {
  it.each([
    ['', []],
    ['name', ['name']],
    ['items[0].name', ['items', '0', 'name']],
    ['[0].name', ['0', 'name']],
    ['a.b.c', ['a', 'b', 'c']],
    ['["a.b"].c', ['a.b', 'c']],
    ['a["b c"][1]', ['a', 'b c', '1']],
    ['["a\\"b"]', ['a"b']],
    ['x-count', ['x-count']],
    ['a..b', ['a..b']],
    ['a[b', ['a[b']],
  ])('reads %p', (path, segments) => {
    expect(parsePath(path)).toEqual(segments);
  });

  it('does not backtrack over hostile paths', () => {
    const started = process.cpuUsage();
    parsePath(`${'a.'.repeat(2000)}[`);
    parsePath(`["${'\\'.repeat(4000)}`);
    parsePath('['.repeat(1e6));
    // Of the processor, not of the clock, and in microseconds: backtracking takes minutes.
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
