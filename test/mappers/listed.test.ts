import { explainMapping } from '@faultless/core';
import createError from 'http-errors';
import { array, assert as assertStruct, number } from 'superstruct';
import { z } from 'zod';
import { fromError } from 'zod-validation-error';
import { describeFamily } from './describe-family.js';
import { LISTED_CASES } from './listed-cases.js';
import { explain } from './raise.js';

describeFamily(LISTED_CASES);

const error = (members: object): Error => Object.assign(new Error('kanari'), members);
const ITEM = { field: 'mail', message: 'kanari' };

describe('an error of a library that is not known', () => {
  it.each<[string, object, number]>([
    ['lists errors, and does not speak of validation', { errors: [ITEM] }, 500],
    ['speaks of validation, and lists nothing', { name: 'ValidationError', errors: [] }, 500],
    ['lists what tells no place', { name: 'ValidationError', errors: [{ message: 'x' }] }, 500],
    ['lists what tells no words', { name: 'ValidationError', errors: [{ field: 'x' }] }, 500],
    ['lists numbers by field', { name: 'ValidationError', fields: { mail: 1 } }, 500],
    ['has no fields', { name: 'ValidationError', fields: {} }, 500],
    [
      'lists what a GraphQL server answered',
      { name: 'ValidationError', errors: [{ path: ['a'], message: 'x', extensions: {} }] },
      500,
    ],
    [
      'tells of an exchange',
      { name: 'ValidationError', errors: [ITEM], response: { status: 422 } },
      502,
    ],
  ])('is left alone if it %s', (_, members, status) => {
    const { error: mapped } = explainMapping(error(members));
    expect([mapped.status, mapped.extensions]).toEqual([status, undefined]);
  });

  it('is left alone if it keeps http-errors’ contract', () => {
    const thrown = createError(409, 'Taken.', { name: 'ValidationError', errors: [ITEM] });
    expect(explainMapping(thrown)).toMatchObject({ mapper: 'http-errors', error: { status: 409 } });
  });

  it('keeps no 5xx that it states', () => {
    const thrown = error({ name: 'ValidationError', errors: [ITEM], status: 503 });
    expect(explainMapping(thrown).error.status).toBe(422);
  });

  it('is known by its code too', () => {
    const { error: mapped, reason } = explainMapping(
      error({ code: 'E_INVALID_INPUT', violations: [{ pointer: '#/items/0/a', message: 'x' }] }),
    );
    expect(mapped.extensions?.errors).toMatchObject([{ pointer: '#/items/0/a', code: 'invalid' }]);
    expect(reason).toBe('its name or code speaks of validation, and it lists messages by field');
  });

  it('may list errors, whose code tells their rule, and whose name does not', () => {
    const item = (members: object): Error => error({ path: 'mail', ...members });
    const { error: mapped } = explainMapping(
      error({ name: 'ValidationError', errors: [item({ code: 'too_short' }), item({})] }),
    );
    expect(mapped.extensions?.errors).toMatchObject([{ code: 'too_short' }, { code: 'invalid' }]);
  });

  it('leaves it to what it wraps, if that is known', async () => {
    const { error: mapped } = await explain(() => {
      try {
        z.object({ count: z.number() }).parse({ count: 'x' });
      } catch (thrown) {
        throw fromError(thrown);
      }
    });
    expect(mapped.extensions?.errors).toEqual([
      {
        detail: 'Invalid input: expected number, received string',
        pointer: '#/count',
        code: 'invalid_type',
      },
    ]);
  });
});

describe('what is found one by one', () => {
  it('is drawn for a thousand at most', async () => {
    const many = Array.from({ length: 50_000 }, () => 'x');
    const { error: mapped } = await explain(() => assertStruct(many, array(number())));
    expect(mapped.extensions?.errors).toHaveLength(100);
    expect(mapped.extensions?.errors_omitted).toBe(900);
  });

  it('may have no end', () => {
    const failures = function* (): Generator<object> {
      for (;;) yield { path: ['a'], message: 'x', type: 'number' };
    };
    const thrown = error({ name: 'StructError', branch: [], failures });
    expect(explainMapping(thrown).error.extensions?.errors_omitted).toBe(900);
  });
});

describe('a path of ajv 6', () => {
  it.each([
    ['', '#'],
    ['.a', '#/a'],
    ['.a[0].b', '#/a/0/b'],
    [".a['b c'].d", '#/a/b%20c/d'],
    ['/a/0', '#/a/0'],
  ])('%j is %s', (dataPath, pointer) => {
    const found = { dataPath, schemaPath: '#', keyword: 'type', message: 'x' };
    expect(explainMapping([found]).error.extensions?.errors).toMatchObject([{ pointer }]);
  });
});
