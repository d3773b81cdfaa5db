import { Conflict, explainMapping, HttpError, type Mapper, NotFound, when } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { z } from 'zod';
import { zodError } from './known-errors.js';
import { ask, FRAMEWORKS } from './servers.js';

class StockError extends Error {
  left = 2;
}
/** As util.inherits and its like make them. */
const OldError = function OldError(this: { left: number }, left: number) {
  this.left = left;
} as unknown as new (
  left: number,
) => Error & { left: number };
Object.setPrototypeOf(OldError.prototype, Error.prototype);

function refuse(): never {
  throw new Error('no');
}

const isStockError = (thrown: unknown): thrown is StockError => thrown instanceof StockError;
const stock = when(isStockError, ({ left }) => new Conflict(`Only ${left} are left.`));

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

  it.each([
    [
      'a class',
      when(StockError, ({ left }) => new Conflict(`Only ${left} are left.`)),
      new StockError(),
    ],
    [
      'a class of another library',
      when(z.ZodError, ({ issues }) => new Conflict(`Only ${issues.length} are left.`)),
      new z.ZodError([{}, {}] as never),
    ],
    [
      'a class of before classes',
      when(OldError, ({ left }) => new Conflict(`Only ${left} are left.`)),
      new OldError(2),
    ],
    [
      'Error itself',
      when(Error, ({ message }) => new Conflict(message)),
      new RangeError('Only 2 are left.'),
    ],
  ])('know the instances of %s', (_what, mapper, thrown) => {
    const { error } = explainMapping(thrown, { mappers: [mapper] });
    expect([error.status, error.message]).toEqual([409, 'Only 2 are left.']);
    expect(
      explainMapping(new Proxy({}, { getPrototypeOf: refuse }), { mappers: [mapper] }).error.status,
    ).toBe(500);
    expect(explainMapping(null, { mappers: [mapper] }).error.status).toBe(500);
  });

  it('are named by their class', () => {
    expect(when(StockError, () => undefined).name).toBe('StockError');
  });

  it.each([
    [5, () => undefined, 'when: the kind must be a class or a guard, not 5'],
    [StockError, 5, 'when: make must be a function, not 5'],
  ])('refuse to be made of %p and %p', (kind, make, message) => {
    expect(() => when(kind as never, make as never)).toThrow(new TypeError(message));
  });

  it('are typed by their class', () => {
    // @ts-expect-error a StockError has no such member
    when(StockError, (error) => new Conflict(error.missing as string));
    expect(stock.name).toBe('isStockError');
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
    expect(() => createNodeResponder(options as object)).toThrow(message);
  });
});
