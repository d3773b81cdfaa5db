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

  it('reads as far as a pointer of ours goes', () => {
    expect(parsePointer('/a'.repeat(9000))).toHaveLength(64);
    expect(buildPointer([...parsePointer(`/a/${'b'.repeat(3000)}/c`), 'd'])).toBe('#/a');
    expect(buildPointer([...parsePointer(`/${'b'.repeat(200)}`.repeat(20)), 'd'])).toBe(
      `#${`/${'b'.repeat(200)}`.repeat(10)}`,
    );
  });

  it('is the inverse of buildPointer, but for the encoding of the fragment', () => {
    const path = ['a/b', '~', '~1', '中'];
    expect(parsePointer(decodeURIComponent(buildPointer(path).slice(1)))).toEqual(path);
  });
});
