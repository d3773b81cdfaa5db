import { describeValue } from './describe-value.js';

class Pool {}

describe('describeValue', () => {
  it.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    ['a"b', '"a\\"b"'],
    ['x'.repeat(200), `"${'x'.repeat(80)}"`],
    [Number.NaN, 'NaN'],
    [5n, '5'],
    [Symbol('s'), 'symbol'],
    [() => 1, 'a function'],
    [[], '[]'],
    [[5, 'a', [1, [2]], {}], '[5, "a", [1, …], …]'],
    [{}, '{}'],
    [{ bytes: -1 }, '{ bytes: -1 }'],
    [{ a: 1, b: { c: 2 }, c: null, d: 4 }, '{ a: 1, b: { c: 2 }, c: null, … }'],
    [Object.create(null), '{}'],
    [new Date(Number.NaN), 'an instance of Date'],
    [new Pool(), 'an instance of Pool'],
  ])('shows %p', (value, shown) => {
    expect(describeValue(value)).toBe(shown);
  });

  it('survives what throws when it is looked at', () => {
    const hostile = [
      new Proxy([], { get: refuse }),
      Object.create(null, { x: { get: refuse, enumerable: true } }) as object,
    ];
    expect(hostile.map(describeValue)).toEqual(Array(2).fill('an object that cannot be read'));
  });
});

function refuse(): never {
  throw new Error('no');
}
