import { newInstance } from './new-instance.js';

const names = Array.from({ length: 20_000 }, newInstance);

describe('newInstance', () => {
  it('is a random UUID of version 4, of RFC 9562’s variant', () => {
    for (const name of names) {
      expect(name).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    }
  });

  it('is a new one each time', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('has each digit at each of its places about as often as any other', () => {
    const uuids = names.map((name) => name.slice('urn:uuid:'.length).replaceAll('-', ''));
    for (let place = 0; place < 32; place += 1) {
      if (place === 12) continue;
      const digits = place === 16 ? '89ab' : '0123456789abcdef';
      const expected = names.length / digits.length;
      for (const digit of digits) {
        const count = uuids.filter((uuid) => uuid[place] === digit).length;
        // Eight standard deviations: once in a quadrillion.
        expect(Math.abs(count - expected)).toBeLessThan(8 * Math.sqrt(expected));
      }
    }
  });
});
