import {
  Conflict,
  createResponder,
  explainMapping,
  Forbidden,
  HttpError,
  type Mapper,
  NotFound,
  when,
} from '@faultless/core';
import fc from 'fast-check';
import createError from 'http-errors';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { thrownBy } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

class StockError extends Error {
  left = 2;
}
const isStockError = (thrown: unknown): thrown is StockError => thrown instanceof StockError;
const stock = when(isStockError, ({ left }) => new Conflict(`Only ${left} are left.`));

const zodError = () => thrownBy(() => z.string().parse(1));
const expired = () => thrownBy(() => jwt.verify(jwt.sign({ exp: 1 }, 's'), 's'));

describe('mappers', () => {
  it.each(FRAMEWORKS)('of the user are asked on $framework', async ({ throwing }) => {
    const served = await throwing(
      () => {
        throw new StockError('secret');
      },
      { mappers: [stock] },
    );
    const { status, problem, text } = await ask(served.url);
    await served.close();
    expect([status, problem.detail]).toEqual([409, 'Only 2 are left.']);
    expect(text).not.toContain('secret');
  });

  it('of the user come before the built-in ones, in their order', async () => {
    const isZodError = (thrown: unknown): thrown is z.ZodError => thrown instanceof z.ZodError;
    const mine = when(isZodError, (error) => new Conflict(`${error.issues.length} wrong`));
    const second = when(isZodError, () => new NotFound());
    const { error, mapper, reason } = explainMapping(await zodError(), { mappers: [mine, second] });
    expect([error.status, error.message, mapper]).toEqual([409, '1 wrong', 'isZodError']);
    expect(reason).toBe('a mapper of the options took it');
  });

  it('may leave a value to the next', () => {
    const none = when(isStockError, () => undefined);
    expect(explainMapping(new StockError(), { mappers: [none, stock] }).error.status).toBe(409);
  });

  it('are asked about values that are no errors', () => {
    const text = when(
      (thrown): thrown is string => typeof thrown === 'string',
      (thrown) => new Conflict(thrown.toUpperCase()),
    );
    expect(explainMapping('taken', { mappers: [text] }).error.message).toBe('TAKEN');
  });

  it('are typed by their guard', () => {
    // @ts-expect-error a StockError has no such member
    when(isStockError, (error) => new Conflict(error.missing as string));
    // @ts-expect-error what it makes is an HttpError
    when(isStockError, () => new Error('no'));
    expect(stock.name).toBe('isStockError');
  });

  it.each<[string, Mapper, RegExp]>([
    [
      'throws',
      {
        name: 'mine',
        map: () => {
          throw new Error('broken');
        },
      },
      /mine threw/,
    ],
    [
      'makes something else',
      { name: 'mine', map: () => new Error('x') as never },
      /mine made something else/,
    ],
    [
      'makes an error without a status',
      { name: 'mine', map: () => Object.create(HttpError.prototype) as never },
      /mine made something else/,
    ],
  ])('are passed over and reported when one %s', async (_, mapper, message) => {
    const served = await FRAMEWORKS[0].throwing(
      () => {
        throw new StockError('x');
      },
      { mappers: [mapper, stock] },
    );
    const { status } = await ask(served.url);
    await served.close();
    expect(status).toBe(409);
    expect(served.reports[0]?.level).toBe('warn');
    expect(served.reports[0]?.notices).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) as string }),
    ]);
    expect(explainMapping(new StockError(), { mappers: [mapper] }).notices).toHaveLength(1);
  });
});

describe('withoutMappers', () => {
  it('drops built-in mappers by name', async () => {
    const error = await zodError();
    expect(explainMapping(error).error.status).toBe(422);
    expect(explainMapping(error, { withoutMappers: ['zod'] }).error.status).toBe(500);
  });

  it('knows its names', () => {
    // @ts-expect-error there is no such mapper
    expect(() => explainMapping(1, { withoutMappers: ['nobody'] })).toThrow(/withoutMappers .*zod/);
  });
});

describe('the options', () => {
  it.each([
    [{ mappers: [() => undefined] }, /option mappers must be a list of mappers/],
    [{ validationStatus: 418 }, /option validationStatus must be 400 or 422, not 418/],
    [{ maxValidationErrors: -1 }, /option maxValidationErrors must be an integer/],
  ])('%p are refused when the handler is made', (options, message) => {
    expect(() => createResponder(options as object)).toThrow(message);
  });
});

describe('explainMapping', () => {
  it.each<[string, () => unknown, string | undefined, string]>([
    ['an error of ours', () => new NotFound(), undefined, 'it is an HttpError already'],
    ['an unknown error', () => new Error('x'), undefined, 'no mapper knows it'],
    ['a text', () => 'x', undefined, 'no mapper knows it'],
    ['a name', zodError, 'zod', "name is 'ZodError'"],
    [
      'a code',
      () => createError(403, 'x', { code: 'EBADCSRFTOKEN' }),
      'csrf',
      "code is 'EBADCSRFTOKEN'",
    ],
    [
      'a type',
      () => createError(413, 'x', { type: 'entity.too.large' }),
      'body-parser',
      "type is 'entity.too.large'",
    ],
    [
      'a message',
      () => new Error('Unexpected end of form'),
      'busboy',
      "message is 'Unexpected end of form'",
    ],
    ['a property', () => createError(404), 'http-errors', 'it has status, it has statusCode'],
  ])('tells why: %s', async (_, make, mapper, reason) => {
    expect(explainMapping(await make())).toMatchObject({
      mapper,
      reason,
      through: [],
      notices: [],
    });
  });
});

describe('wrappers', () => {
  it.each<[string, (inner: unknown) => unknown, string]>([
    ['cause', (cause) => new Error('x', { cause }), 'cause'],
    [
      'originalError',
      (originalError) => Object.assign(new Error('x'), { originalError }),
      'originalError',
    ],
    [
      'a hidden originalError',
      (value) => Object.defineProperty(new Error('x'), 'originalError', { value }),
      'originalError',
    ],
    ['inner', (inner) => Object.assign(new Error('x'), { inner }), 'inner'],
    ['parent', (parent) => Object.assign(new Error('x'), { parent }), 'parent'],
    ['original', (original) => Object.assign(new Error('x'), { original }), 'original'],
    ['driverError', (driverError) => Object.assign(new Error('x'), { driverError }), 'driverError'],
    ['AggregateError', (inner) => new AggregateError([new Error('y'), inner]), 'errors[1]'],
  ])('by %s are seen through', async (_, wrap, property) => {
    const inner = await expired();
    const { mapper, through, error } = explainMapping(wrap(inner));
    expect([mapper, through, error.status]).toEqual(['jsonwebtoken', [property], 401]);
  });

  it('inside wrappers are seen through, with the outermost as the cause', async () => {
    const outermost = new Error('a', {
      cause: new AggregateError([new Error('b', { cause: await expired() })]),
    });
    const { through, error } = explainMapping(outermost);
    expect(through).toEqual(['cause', 'errors[0]', 'cause']);
    expect(error.cause).toBe(outermost);
  });

  it('may hold an error of ours', () => {
    const secret = new Forbidden({ conceal: true });
    expect(explainMapping(new Error('x', { cause: secret })).error).toBe(secret);
  });

  it.each<[string, (cause: unknown) => unknown, number]>([
    ['ours', (cause) => new NotFound({ cause }), 404],
    ['http-errors', (cause) => createError(409, 'x', { cause }), 409],
  ])('of %s are the answer themselves', async (_, wrap, status) => {
    expect(explainMapping(wrap(await expired()))).toMatchObject({ error: { status }, through: [] });
  });

  it('hold http-errors’ contract, but no plain status: that may be about anything', () => {
    const plain = Object.assign(new Error('x'), { status: 404 });
    expect(explainMapping(new Error('x', { cause: createError(404) })).error.status).toBe(404);
    expect(explainMapping(plain).error.status).toBe(404);
    expect(explainMapping(new Error('x', { cause: plain })).error.status).toBe(500);
  });

  it('are seen through to a depth of eight', async () => {
    const wrap = async (times: number): Promise<unknown> =>
      times === 0 ? expired() : new Error('x', { cause: await wrap(times - 1) });
    expect(explainMapping(await wrap(8)).error.status).toBe(401);
    expect(explainMapping(await wrap(9)).error.status).toBe(500);
  });

  it('may be circular, or many', () => {
    const circular = new Error('x');
    circular.cause = new AggregateError([circular, new Error('y', { cause: circular })]);
    expect(explainMapping(circular).error.status).toBe(500);
    const many = new AggregateError(
      Array.from({ length: 10_000 }, () => new AggregateError([new Error('x')])),
    );
    expect(explainMapping(many).error.status).toBe(500);
  });
});

describe('hostile values', () => {
  const hostile = {
    'a proxy whose every trap throws': () =>
      new Proxy(
        {},
        new Proxy(
          {},
          {
            get: () => () => {
              throw new Error('trap');
            },
          },
        ),
      ),
    'a revoked proxy': () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return proxy;
    },
    'getters that throw': () =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          [
            'name',
            'code',
            'type',
            'status',
            'message',
            'issues',
            'errors',
            'cause',
            'response',
            'isBoom',
          ].map((name) => [
            name,
            {
              enumerable: true,
              get: () => {
                throw new Error('getter');
              },
            },
          ]),
        ),
      ) as unknown,
    'a frozen error': () => Object.freeze(new Error('x')),
    'a very long list': () => new Array<unknown>(1e7),
    'very many properties': () =>
      Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`p${i}`, i])),
    'very long texts': () =>
      Object.assign(new Error('x'.repeat(1e6)), { code: 'x'.repeat(1e6), name: 'y'.repeat(1e6) }),
    'a function': () => () => undefined,
    'what only looks like zod': () =>
      Object.assign(new Error('x'), { name: 'ZodError', issues: 'no' }),
    'nothing but null': () => Object.create(null) as unknown,
  };
  it.each(Object.entries(hostile))('are a 500: %s', (_, make) => {
    expect(explainMapping(make()).error.status).toBe(500);
  });

  it('never make it throw', () => {
    const names = [
      'ZodError',
      'ValidationError',
      'ValiError',
      'JsonWebTokenError',
      'URIError',
      'SchemaError',
      'AuthenticationError',
      'TraversalError',
      'AggregateError',
      'Error',
    ];
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 3 });
    const properties = [
      'issues',
      'errors',
      'details',
      'inner',
      'isJoi',
      'isBoom',
      'output',
      'status',
      'statusCode',
      'expose',
      'headers',
      'message',
      'code',
      'type',
      'httpCode',
      'constraints',
      'property',
      'children',
      'mapped',
      'array',
      'body',
      'limit',
      'params',
      'cause',
      'response',
      'unhandled',
      'fatal',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.dictionary(fc.constantFrom(...properties), anything),
        (name, members) => {
          const { error, notices } = explainMapping(
            Object.assign(Object.create({ name }) as object, members),
          );
          expect(error.status).toBeGreaterThanOrEqual(400);
          expect(error.status).toBeLessThan(600);
          expect(notices.map(({ cause }) => cause)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a mapped error', () => {
  it('has no stack of its own, and leaves Error as it was', async () => {
    const before = Error.stackTraceLimit;
    for (const thrown of [await zodError(), await expired(), createError(404), new Error('x')]) {
      const { error } = explainMapping(thrown);
      expect(error.stack).not.toContain('\n    at ');
      expect(error.cause).toBe(thrown);
    }
    expect(Error.stackTraceLimit).toBe(before);
  });

  it('has a stack where Error is frozen, and is the same otherwise', async () => {
    const thrown = await zodError();
    const descriptor = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') ?? {};
    Object.defineProperty(Error, 'stackTraceLimit', { ...descriptor, writable: false });
    try {
      expect(explainMapping(thrown).error.status).toBe(422);
      expect(Error.stackTraceLimit).toBe(descriptor.value);
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', descriptor);
    }
  });

  it('leaves Error as it was when one can’t be made', () => {
    const before = Error.stackTraceLimit;
    const { error, notices } = explainMapping(
      createError(401, 'x', { headers: { 'WWW-Authenticate': 1 }, name: 'x' }),
    );
    expect([error.status, notices.length]).toEqual([401, 0]);
    expect(Error.stackTraceLimit).toBe(before);
  });
});
