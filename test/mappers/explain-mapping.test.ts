import { explainMapping, NotFound } from '@faultless/core';
import createError from 'http-errors';
import { expiredToken, zodError } from './known-errors.js';

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

describe('a mapped error', () => {
  it('has no stack of its own, and leaves Error as it was', async () => {
    const before = Error.stackTraceLimit;
    for (const thrown of [
      await zodError(),
      await expiredToken(),
      createError(404),
      new Error('x'),
    ]) {
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
