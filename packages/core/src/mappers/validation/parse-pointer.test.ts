import { buildPointer } from './build-pointer.js';
import { parsePointer } from './parse-pointer.js';

describe('parsePointer', () => {
  it.each<[unknown, readonly string[]]>([
    ['/items/0/name', ['items', '0', 'name']],
    ['/a~1b/c~0d', ['a/b', 'c~d']],
    ['/~01', ['~1']],
    ['/', ['']],
    ['', []],
    ['items', []],
    [undefined, []],
  ])('reads %p', (pointer, segments) => {
    expect(parsePointer(pointer)).toEqual(segments);
  });

  it('is the inverse of buildPointer, but for the encoding of the fragment', () => {
    const path = ['a/b', '~', '~1', '中'];
    expect(parsePointer(decodeURIComponent(buildPointer(path).slice(1)))).toEqual(path);
  });
});
