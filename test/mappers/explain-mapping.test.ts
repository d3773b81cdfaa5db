import { explainMapping, NotFound, when } from '@faultless/core';
import createError from 'http-errors';
import { expiredToken, zodError } from './known-errors.js';

const stating = (members: object): Error => Object.assign(new Error('x'), members);

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
    [
      'a contract',
      () => createError(404),
      'http-errors',
      'its status 404 is believed, by http-errors’ contract (expose is a boolean)',
    ],
    [
      'a status of the app’s',
      () => stating({ status: 404 }),
      'http-errors',
      'its status 404 is believed, for nothing on it tells of an exchange with another server',
    ],
    [
      'a message for the client without a status',
      () => stating({ expose: true }),
      'http-errors',
      'expose is true, and it states no status',
    ],
    [
      'a status of another server’s',
      () => stating({ status: 404, headers: { Date: 'x' } }),
      'upstream',
      'its status 404 is not believed, since it tells of an exchange with another server: it has Date in headers',
    ],
    [
      'two statuses',
      () => stating({ status: 404, statusCode: 410 }),
      undefined,
      'no mapper knows it: its status 404 and its statusCode 410 contradict each other',
    ],
    [
      'a status that is none',
      () => stating({ status: 200 }),
      undefined,
      'no mapper knows it: its status is no integer in 400–599',
    ],
  ])('tells why: %s', async (_, make, mapper, reason) => {
    expect(explainMapping(await make())).toMatchObject({
      mapper,
      reason,
      through: [],
      notices: [],
    });
  });
});

it.each([
  ['http-errors', { status: 404 }, 'the mapper that believes its status 404 was left out'],
  [
    'upstream',
    { status: 404, requestID: '1' },
    'its status 404 is not believed, since it has requestID',
  ],
] as const)('tells why without the mapper %s', (name, members, reason) => {
  const { error, reason: told } = explainMapping(stating(members), { withoutMappers: [name] });
  expect([error.status, told]).toEqual([500, `no mapper knows it: ${reason}`]);
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

  it('tells with which libraries the mapper was tested, if it is a built-in one', async () => {
    const own = when(
      (thrown): thrown is Error => thrown instanceof Error,
      () => new NotFound(),
    );
    const named = { ...own, name: 'zod' };
    expect(explainMapping(await zodError()).tested).toEqual([
      expect.stringMatching(/^zod \d+\.\d+\.\d+$/),
      expect.stringMatching(/^zod-validation-error \d/),
    ]);
    expect(explainMapping(new Error('x')).tested).toEqual([]);
    expect(explainMapping(new NotFound()).tested).toEqual([]);
    expect(explainMapping(new Error('x'), { mappers: [named] })).toMatchObject({
      mapper: 'zod',
      tested: [],
    });
  });
});
