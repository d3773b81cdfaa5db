import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonMembers } from './json-value.js';

const fail = () => {
  throw new Error('hostile');
};

function plain(value: object): unknown {
  return Object.fromEntries(jsonMembers(value));
}

describe('jsonMembers', () => {
  it('keeps what JSON can say', () => {
    const value = { text: 'a', count: 1, yes: true, none: null, list: [1, ['b']], map: { c: 'd' } };
    expect(plain(value)).toEqual(value);
  });

  it.each<[string, object, unknown]>([
    ['a BigInt', { big: 2n ** 64n }, { big: '18446744073709551616' }],
    ['NaN and Infinity', { list: [Number.NaN, Infinity] }, { list: [null, null] }],
    ['a date', { date: new Date(0) }, { date: '1970-01-01T00:00:00.000Z' }],
    ['an invalid date', { date: new Date(Number.NaN) }, { date: null }],
    [
      'toJSON',
      { inner: { toJSON: (name: string) => `made for ${name}` } },
      { inner: 'made for inner' },
    ],
    ['a symbol', { symbol: Symbol('a'), list: [Symbol('b')] }, { list: [null] }],
    ['a function', { method: fail, list: [fail] }, { list: [null] }],
    ['undefined', { nothing: undefined, list: [undefined] }, { list: [null] }],
    ['a throwing toJSON', { inner: { toJSON: fail }, left: 1 }, { left: 1 }],
    [
      'a throwing getter',
      Object.defineProperty({ left: 1 }, 'a', { get: fail, enumerable: true }),
      { left: 1 },
    ],
    [
      'a throwing getter inside',
      { in: Object.defineProperty({ b: 2 }, 'a', { get: fail, enumerable: true }) },
      { in: { b: 2 } },
    ],
    ['a revoked proxy', { inner: revoked(), left: 1 }, { left: 1 }],
    ['a proxy whose keys throw', { inner: new Proxy({}, { ownKeys: fail }) }, { inner: {} }],
    [
      'an array whose length throws',
      { inner: new Proxy([], { get: (_, name) => (name === 'length' ? fail() : undefined) }) },
      { inner: [] },
    ],
    [
      'a null prototype',
      { inner: Object.assign(Object.create(null) as object, { a: 1 }) },
      { inner: { a: 1 } },
    ],
  ])('survives %s', (_, value, expected) => {
    expect(plain(value)).toEqual(expected);
  });

  it('keeps a member called __proto__ as a member', () => {
    const value = JSON.parse('{"inner":{"__proto__":{"a":1}}}') as object;
    expect(JSON.stringify(plain(value))).toBe('{"inner":{"__proto__":{"a":1}}}');
  });

  it('marks a cycle, and only a cycle', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { first: shared, second: shared, list: [] };
    value.self = value;
    (value.list as unknown[]).push(value.list);
    expect(plain(value)).toEqual({
      first: shared,
      second: shared,
      list: ['[Circular]'],
      self: { first: shared, second: shared, list: ['[Circular]'], self: '[Circular]' },
    });
  });

  it('stops at 32 levels', () => {
    let value: object = {};
    for (let depth = 0; depth < 20_000; depth += 1) value = { value };
    expect(JSON.stringify(plain(value))).toBe(
      `${'{"value":'.repeat(33)}"[Too deep]"${'}'.repeat(33)}`,
    );
  });

  it('ends soon for a graph with more paths than anyone can walk', () => {
    let value: object = { leaf: true };
    for (let depth = 0; depth < 40; depth += 1) value = { left: value, right: [value, value] };
    expect(JSON.stringify(plain(value)).length).toBeLessThan(1_000_000);
    expect(jsonMembers({ list: new Array(50_000).fill(1) })[0]?.[1]).toHaveLength(9_999);
  });

  it('says what JSON.stringify says wherever that does not throw', () => {
    const arbitraryValue = fc.anything({
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(arbitraryValue, (value) => {
        expect(JSON.stringify(plain({ value }))).toBe(JSON.stringify({ value }));
      }),
      { numRuns: 1000 },
    );
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
