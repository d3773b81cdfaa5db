import { explainMapping } from '@faultless/core';
import { jest } from '@jest/globals';
import fc from 'fast-check';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

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
