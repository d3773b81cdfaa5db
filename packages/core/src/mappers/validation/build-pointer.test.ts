import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildPointer } from './build-pointer.js';

describe('buildPointer', () => {
  // RFC 6901 §6, its own examples.
  it.each([
    [[], '#'],
    [['foo'], '#/foo'],
    [['foo', 0], '#/foo/0'],
    [[''], '#/'],
    [['a/b'], '#/a~1b'],
    [['c%d'], '#/c%25d'],
    [['e^f'], '#/e%5Ef'],
    [['g|h'], '#/g%7Ch'],
    [['i\\j'], '#/i%5Cj'],
    [['k"l'], '#/k%22l'],
    [[' '], '#/%20'],
    [['m~n'], '#/m~0n'],
  ])('writes %p as %s', (path, pointer) => {
    expect(buildPointer(path)).toBe(pointer);
  });

  it('writes symbols by their description, and half a surrogate pair as a replacement', () => {
    expect(buildPointer([Symbol('a'), '\uD800'])).toBe('#/a/%EF%BF%BD');
  });

  it('ends above a name that is too long', () => {
    expect(buildPointer(['a', 'x'.repeat(1000), 'b'])).toBe('#/a');
  });

  it('ends above what would make it longer than 2,048 characters', () => {
    const pointer = buildPointer(Array.from({ length: 60 }, () => 'é'.repeat(50)));
    expect(pointer).toBe(`#${`/${'%C3%A9'.repeat(50)}`.repeat(6)}`);
  });

  it('writes no more than 64 names', () => {
    expect(buildPointer(Array.from({ length: 100 }, () => 'a'))).toBe(`#${'/a'.repeat(64)}`);
  });

  it('can be read back', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 50 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (path) => {
        fc.pre(path.reduce((sum, one) => sum + encodeURIComponent(one).length + 1, 1) < 2000);
        const pointer = buildPointer(path);
        const read = decodeURIComponent(pointer.slice(1))
          .split('/')
          .slice(1)
          .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
        expect(read).toEqual(path);
        expect(new URL(pointer, 'http://a').hash).toBe(pointer === '#' ? '' : pointer);
      }),
    );
  });
});
