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

  // That none of them costs more than its length, test/property/patterns.test.ts proves.
  it.each([
    ['a dot too many', `${'a.'.repeat(2000)}[`],
    ['a quote without its end', `["${'\\'.repeat(4000)}`],
    ['more than is read', '['.repeat(1e6)],
  ])('takes a path with %s for one name', (_what, path) => {
    expect(parsePath(path)).toEqual([path]);
  });
});
