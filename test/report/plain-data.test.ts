import { consoleReporter } from '@faultless/core';
import { type ReportRecord, reportTo } from '@faultless/report';
import { jest } from '@jest/globals';
import { recordOf } from './record-of.js';

const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  print.mockRestore();
});

/** The lines that the console has of an error. */
function linesOf(thrown: unknown): readonly string[] {
  print.mockClear();
  consoleReporter(recordOf.report(thrown));
  return String(print.mock.lastCall)
    .split('\n')
    .map((line) => line.trim());
}

const withFields = (fields: object): Error => Object.assign(new TypeError('failed'), fields);

function fail(): never {
  throw new Error('it was read');
}

function revoked<Value extends object>(value: Value): Value {
  const { proxy, revoke } = Proxy.revocable(value, {});
  revoke();
  return proxy;
}

const getter = (target: object, name: string): object =>
  Object.defineProperty(target, name, { enumerable: true, get: fail });

describe('what can not be read of an error', () => {
  const unreadable: readonly [string, () => Error][] = [
    ['a revoked proxy', () => withFields({ odd: revoked({}) })],
    ['a revoked list', () => withFields({ odd: revoked([]) })],
    ['a proxy that throws', () => withFields({ odd: new Proxy({}, { getPrototypeOf: fail }) })],
    ['a proxy without names', () => withFields({ odd: new Proxy({}, { ownKeys: fail }) })],
    ['a getter that throws', () => getter(withFields({}), 'odd') as Error],
    ['an address of its own', () => withFields({ odd: getter(new URL('http://a'), 'href') })],
    ['bytes of their own', () => withFields({ odd: getter(new Uint8Array(3), 'byteLength') })],
  ];

  it.each(unreadable)('is the only thing that is missing: %s', (what, make) => {
    const error = Object.assign(make(), { kept: 1, code: 'E_ODD' });
    error.cause = new RangeError('behind it');
    expect(recordOf(error).error).toMatchObject({
      type: 'TypeError',
      message: 'failed',
      stack: expect.stringContaining('TypeError: failed\n    at '),
      code: 'E_ODD',
      fields: { odd: '[unreadable]', kept: 1 },
      cause: { type: 'RangeError', message: 'behind it' },
    });
    const lines = linesOf(error);
    expect(lines).toContain('TypeError: failed');
    expect(lines).toContain('kept: 1');
    expect(lines).toContain('[cause]: RangeError: behind it');
    expect(lines).toContain(what === 'an address of its own' ? 'odd: [URL]' : 'odd: [unreadable]');
  });

  it.each(['message', 'stack', 'code', 'cause'])('may be its %s', (name) => {
    const error = getter(withFields({ kept: 1 }), name);
    const told = recordOf(error).error;
    const value = told[name as 'message'];
    expect(name === 'cause' ? told.cause?.message : value).toBe('[unreadable]');
    expect(told).toMatchObject({ type: 'TypeError', fields: { kept: 1 } });
    expect(linesOf(error)).toContain('kept: 1');
  });

  it('may be all of it', () => {
    expect(linesOf(revoked({}))).toContain('[unreadable]');
    expect(recordOf(revoked({})).error.message).toBe('[unreadable]');
    const odd = new Proxy(new Error('x'), { ownKeys: fail });
    expect(recordOf(odd).error).toMatchObject({ message: 'x', fields: { '…': '[unreadable]' } });
    expect(linesOf(odd)).toContain('Error: x');
  });

  it('may be the list that an AggregateError has, or one of it', () => {
    const error = new AggregateError([]);
    error.errors = revoked([]);
    expect(recordOf(error).error).toMatchObject({ type: 'AggregateError' });
    expect(recordOf(new AggregateError([revoked({})])).error.errors).toEqual([
      {
        type: 'Error',
        message: '[unreadable]',
        stack: '[unreadable]',
        code: '[unreadable]',
        cause: { type: 'string', message: '[unreadable]' },
        fields: { '…': '[unreadable]' },
      },
    ]);
  });
});

describe('a record', () => {
  const date = (toJSON: unknown): Date => Object.assign(new Date(0), { toJSON });

  it.each<[string, unknown, unknown]>([
    ['a date whose toJSON throws', date(fail), '1970-01-01T00:00:00.000Z'],
    ['a date whose toJSON tells a secret', date(() => 's3cr3t'), '1970-01-01T00:00:00.000Z'],
    ['a date that is none', new Date(Number.NaN), 'Invalid Date'],
    ['an object whose toJSON throws', { toJSON: fail, a: 1 }, { a: 1 }],
    ['an object whose toJSON is data', { toJSON: { a: 1 } }, { toJSON: { a: 1 } }],
    ['a BigInt', 12n, '12n'],
    ['no number', Number.NaN, 'NaN'],
    ['a number without end', -Infinity, '-Infinity'],
    ['half of a character', 'a\ud800b', 'a\\ud800b'],
    ['a symbol', Symbol('a'), 'Symbol(a)'],
    ['members behind symbols', { [Symbol('a')]: 's3cr3t', b: 1 }, { b: 1 }],
    ['bytes', new Float64Array(1_000_000), '[8000000 bytes]'],
    ['a view of them', new DataView(new ArrayBuffer(8)), '[8 bytes]'],
    ['a Map', new Map([['a', 's3cr3t']]), '[Map]'],
    ['a Set', new Set(['s3cr3t']), '[Set]'],
    ['Headers', new Headers({ a: 's3cr3t' }), '[Headers]'],
    ['a boxed text', Object('s3cr3t'), '[String]'],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['an address', new URL('http://ada:s3cr3t@a/?b=s3cr3t'), 'http://[redacted]@a/?[redacted]'],
  ])('has %s as plain data', (_what, value, expected) => {
    const record = recordOf(withFields({ value: undefined, given: value }));
    expect(record.error.fields).toEqual({ given: expected });
    const text = JSON.stringify(record);
    expect(JSON.parse(text)).toMatchObject({ error: { fields: { given: expected } } });
    expect(`${text}${linesOf(withFields({ given: value })).join('\n')}`).not.toContain('s3cr3t');
  });

  it('says how many items of a list are left out, of one with holes too', () => {
    const sparse: unknown[] = [];
    sparse[999] = 1;
    const { fields } = recordOf(withFields({ sparse, long: Array(40).fill(1) })).error;
    expect(fields?.long).toEqual([...Array(32).fill(1), '… 8 more']);
    expect(fields?.sparse).toEqual([...Array(32).fill('undefined'), '… 968 more']);
  });

  it('says how many members are left out', () => {
    const names = Array.from({ length: 40 }, (_, at) => [`name${at}`, at]);
    const { fields } = recordOf(withFields(Object.fromEntries(names))).error;
    expect(Object.keys(fields ?? {})).toHaveLength(33);
    expect(fields?.['…']).toBe('8 more');
  });
});

describe('the size of a record', () => {
  const LIMIT = 100_000;
  const long = 'word '.repeat(20_000);
  const big = (cause?: unknown): Error => {
    const fields = Object.fromEntries(
      Array.from({ length: 32 }, (_, at) => [`list${at}`, Array(32).fill(long)]),
    );
    return Object.assign(new Error(long, { cause }), fields);
  };

  const withNotices = (error: unknown, count: number, cause: unknown): ReportRecord => {
    const records: ReportRecord[] = [];
    const notices = Array.from({ length: count }, (_, at) => ({ message: `notice ${at}`, cause }));
    reportTo([(record) => records.push(record)])({ ...recordOf.report(error), notices }, {});
    return records[0] as ReportRecord;
  };

  it('is bounded, with causes, errors and notices as large as can be', () => {
    let error = big();
    for (let depth = 0; depth < 12; depth += 1) error = big(error);
    const gathered = new AggregateError(Array(20).fill(error), long, { cause: error });
    const record = withNotices(gathered, 40, error);
    expect(JSON.stringify(record.notices).length).toBeLessThan(LIMIT);
    expect(JSON.stringify(record).length).toBeLessThan(LIMIT);
  });

  it('is for the error first, then for its causes, then for notices, and says what is left out', () => {
    const record = withNotices(big(big()), 40, big());
    // Whoever asks for them first.
    expect(record.notices.at(-1)?.message).toMatch(/^… \d+ more$/);
    expect(record.error.message).toMatch(/^word .* … \d+ more characters$/);
    expect(record.error.cause?.message).toMatch(/^word .* … \d+ more characters$/);
    expect(record.error.cause?.stack).toContain('word');
    expect(JSON.stringify(record.error.fields)).toMatch(/\d+ more"/);
  });

  it('leaves room for all notices of an ordinary error', () => {
    const record = withNotices(new Error('x'), 16, new Error('y'));
    expect(record.notices).toHaveLength(16);
    expect(record.notices.at(-1)).toMatchObject({ message: 'notice 15', cause: { message: 'y' } });
    expect(withNotices(new Error('x'), 18, undefined).notices.at(-1)).toEqual({
      message: '… 2 more',
    });
  });

  it('says that there are more causes, and more errors', () => {
    let error = new Error('the last');
    for (let depth = 0; depth < 12; depth += 1) error = new Error('one', { cause: error });
    expect(JSON.stringify(recordOf(error))).toContain('"message":"[left out]"');
    const many = recordOf(new AggregateError(Array.from({ length: 20 }, () => new Error('one'))));
    expect(many.error.errors).toHaveLength(9);
    expect(many.error.errors?.at(-1)?.message).toBe('… 12 more');
  });
});
