import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Forbidden, NotFound, VendorError } from '@faultless/core';
import { handle } from '@faultless/node';
import { type ReportRecord, type ReportToOptions, reportTo } from '@faultless/report';
import { eachServer } from '../contract/support/each-server.js';
import { recordOf } from './record-of.js';

/** A reporter, and what its sink has been given. */
function collect(options?: ReportToOptions<unknown>): {
  records: ReportRecord[];
  report: ReturnType<typeof reportTo>;
} {
  const records: ReportRecord[] = [];
  return { records, report: reportTo([(record) => records.push(record)], options) };
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

function fail(message: string): never {
  throw new TypeError(message);
}

eachServer('a record', (start) => {
  it('tells what the report tells, and where the request belongs', async () => {
    const { records, report } = collect();
    const handler = (): never => fail('no such luck');
    const before = (request: object): void => {
      Object.assign(request, { id: 'request-7' });
    };
    const server = await start(handler, { report, before });
    const headers = { traceparent: `00-${TRACE}-${SPAN}-01`, 'user-agent': 'agent-7' };
    await server.request({ path: '/orders/7?token=t0ken', headers });
    const [record] = records;
    expect(record).toMatchObject({
      level: 'error',
      expected: false,
      status: 500,
      sentStatus: 500,
      outcome: 'sent',
      method: 'GET',
      path: '/orders/7',
      instance: server.onlyReport().instance,
      requestId: 'request-7',
      traceId: TRACE,
      spanId: SPAN,
      error: { type: 'TypeError', message: 'no such luck' },
    });
    expect(record?.error.stack).toMatch(/^TypeError: no such luck\n {4}at fail /);
    expect(record?.durationMs).toBeGreaterThan(0);
    expect(record?.durationMs).toBeLessThan(20_000);
    const text = JSON.stringify(record);
    expect(JSON.parse(text)).toMatchObject({ fingerprint: record?.fingerprint });
    expect(text).not.toMatch(/agent-7|t0ken/);
  });

  it.each([
    ['an answer that the application meant', () => new NotFound('No such order.'), true, 404],
    ['one that is concealed', () => new Forbidden('Not yours.', { conceal: true }), true, 403],
    ['a fault', () => new Error('x'), false, 500],
    ["a client's doing that no status was sent for", () => new VendorError('nginx:444'), true, 444],
  ])('says of %s whether it was expected', async (_what, make, expected, status) => {
    const { records, report } = collect();
    const server = await start(
      () => {
        throw make();
      },
      { report },
    );
    await server.request().catch(() => undefined);
    expect(records).toEqual([expect.objectContaining({ expected, status })]);
  });

  it('has the request id that it is told to have, or none if telling fails', async () => {
    for (const [requestId, told] of [
      [() => 42, '42'],
      [() => fail('request id'), undefined],
    ] as const) {
      const { records, report } = collect({ requestId });
      const server = await start(() => fail('x'), { report });
      await server.request();
      expect(records).toEqual([expect.objectContaining({ requestId: told })]);
    }
  });

  it.each<[string, () => unknown]>([
    ['a text', () => 'no such luck'],
    ['a symbol', () => Symbol('x')],
    ['a revoked proxy', () => revoked()],
    [
      'a proxy that throws',
      () => new Proxy({}, { get: () => fail('get'), ownKeys: () => fail('keys') }),
    ],
    ['a circle of causes', () => circle()],
    ['a BigInt, a circle and a throwing getter', () => hostile()],
    ['a million characters', () => new Error('x '.repeat(500_000))],
    ['thousands of members', () => wide()],
    ['a deep one', () => deep()],
    [
      'a member __proto__',
      () => Object.assign(new Error('x'), JSON.parse('{"__proto__":{"a":1}}')),
    ],
  ])('of %s is JSON, and bounded', async (_what, make) => {
    const { records, report } = collect();
    const server = await start(
      () => {
        throw make();
      },
      { report },
    );
    await server.request();
    expect(records).toHaveLength(1);
    const text = JSON.stringify(records[0]);
    expect(text.length).toBeLessThan(100_000);
    expect(JSON.parse(text)).toMatchObject({ status: 500, error: { type: expect.any(String) } });
    expect(server.reports[0]?.notices).toEqual([]);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function circle(): Error {
  const error = new Error('first');
  error.cause = new Error('second', { cause: error });
  return error;
}

function hostile(): Error {
  const error = Object.assign(new Error('x'), { big: 1n, deep: { list: [NaN, Infinity] } });
  Object.assign(error, { self: error, when: new Date(Number.NaN), bytes: Buffer.from('secret') });
  return Object.defineProperty(error, 'broken', { enumerable: true, get: () => fail('getter') });
}

function wide(): Error {
  const names = Array.from({ length: 10_000 }, (_, at) => [`name${at}`, { text: 'y'.repeat(99) }]);
  const list = Array.from({ length: 1000 }, () => Array(1000).fill('z'.repeat(2000)));
  return Object.assign(new Error('x'), Object.fromEntries(names), { list });
}

function deep(): Error {
  let inner: object = {};
  for (let at = 0; at < 1000; at += 1) inner = { inner };
  return Object.assign(new Error('x'), { inner });
}

describe('the error of a record', () => {
  it('has those that an AggregateError has', () => {
    const inner = Object.assign(new RangeError('inside'), { password: 's3cr3t' });
    const { error } = recordOf(new AggregateError([inner, 'a text'], 'all failed'));
    expect(error).toMatchObject({
      type: 'AggregateError',
      errors: [
        { type: 'RangeError', message: 'inside', fields: { password: '[redacted]' } },
        { message: 'a text' },
      ],
    });
    const many = Array.from({ length: 20 }, () => new Error('one of many'));
    const { errors } = recordOf(new AggregateError(many)).error;
    expect(errors?.map(({ message }) => message)).toEqual([
      ...Array<string>(8).fill('one of many'),
      '… 12 more',
    ]);
    const circle = new AggregateError([]);
    circle.errors.push(circle);
    expect(recordOf(circle).error.errors).toMatchObject([{ message: '[circular]' }]);
  });

  it('ends, however deep they lie', () => {
    let deep: Error = new Error('the bottom');
    for (let level = 0; level < 12; level += 1) deep = new AggregateError([deep], 'a level');
    const text = JSON.stringify(recordOf(deep));
    expect(text).toContain('a level');
    expect(text).not.toContain('the bottom');
  });

  it('shows a list of errors once where it is a field', () => {
    const { error } = recordOf(Object.assign(new Error('m'), { errors: [new Error('inner')] }));
    expect(error.errors).toBeUndefined();
    expect(error.fields?.errors).toMatchObject([{ message: 'inner' }]);
    expect(
      recordOf(Object.assign(new Error('m'), { errors: 'none' })).error.errors,
    ).toBeUndefined();
  });

  it('is bounded, its code too', () => {
    const { error } = recordOf(Object.assign(new Error('m'), { code: 'c'.repeat(100_000) }));
    expect(String(error.code).length).toBeLessThan(200);
  });
});

it('a record has the time over HTTP/2 where Node tells when a stream begins', async () => {
  const { records, report } = collect();
  let isTold = false;
  subscribe('http2.server.stream.start', () => {
    isTold = true;
  });
  const server = createServer(handle(() => fail('no such luck'), { report }) as never).listen(0);
  await once(server, 'listening');
  const session = connect(`http://localhost:${(server.address() as AddressInfo).port}`);
  const stream = session.request({ ':path': '/' }).resume();
  await once(stream, 'close');
  session.close();
  server.close();
  expect(records.map(({ durationMs }) => typeof durationMs)).toEqual([
    isTold ? 'number' : 'undefined',
  ]);
});

describe('a fingerprint', () => {
  const printOf = async (make: () => unknown, mapper?: string): Promise<string> => {
    const records: ReportRecord[] = [];
    const report = reportTo([(record) => records.push(record)]);
    report(
      {
        level: 'error',
        error: make(),
        causes: [],
        status: 500,
        sentStatus: 500,
        outcome: 'sent',
        concealed: false,
        instance: undefined,
        method: 'GET',
        path: '/',
        route: undefined,
        mapper,
        notices: [],
      },
      {},
    );
    return String(records[0]?.fingerprint);
  };

  // One function throws from two lines.
  const failAt = (line: number, message: string): Error => {
    if (line === 1) return new Error(message);
    return new Error(message);
  };

  it('is 14 hexadecimal digits', async () => {
    expect(await printOf(() => new Error('x'))).toMatch(/^[\da-f]{14}$/);
  });

  it('is the same for another line and other values', async () => {
    const first = await printOf(() => failAt(1, 'No order 7 of "ada" at /orders/7'));
    const second = await printOf(() => failAt(2, 'No order 8132 of "bob" at /orders/8132'));
    expect(second).toBe(first);
  });

  it('is another for another kind, code, message or function', async () => {
    const prints = await Promise.all(
      [
        () => failAt(1, 'no order'),
        () => failAt(1, 'no user'),
        () => new Error('no order'),
        () => Object.assign(failAt(1, 'no order'), { code: 'E1' }),
        () => Object.assign(failAt(1, 'no order'), { name: 'OrderError' }),
      ].map((make) => printOf(make)),
    );
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('is the same for what a mapper knows, whatever a client has sent', async () => {
    const parse = (text: string) => () => {
      try {
        return JSON.parse(text) as unknown;
      } catch (error) {
        return error;
      }
    };
    const texts = ['a" b c', "it's no good", 'x\n    at forged (/app/a.js:1:1)', '<b>\n    at y'];
    const prints = await Promise.all(texts.map((text) => printOf(parse(text), 'body-parser')));
    expect(new Set(prints).size).toBe(1);
  });

  it('goes by no frames that a message has', async () => {
    const prints = await Promise.all(
      ['one', 'two'].map((name) =>
        printOf(() => failAt(1, `no such luck\n    at ${name} (/app/${name}.js:1:1)`)),
      ),
    );
    expect(prints[1]).toBe(prints[0]);
  });
});
