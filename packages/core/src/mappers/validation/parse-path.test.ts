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

  it('reads hostile paths in linear time', () => {
    const started = performance.now();
    parsePath(`${'a.'.repeat(2000)}[`);
    parsePath(`["${'\\'.repeat(4000)}`);
    parsePath('['.repeat(1e6));
    expect(performance.now() - started).toBeLessThan(100);
  });
});
