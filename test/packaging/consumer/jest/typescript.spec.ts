import { HttpError } from '@faultless/core';
import { findStatus } from '@faultless/core/statuses';
import { errorHandler, NotFound } from '@faultless/koa';

test('a test of ts-jest', () => {
  const error: HttpError = new NotFound('No such order.');
  expect(error).toBeInstanceOf(HttpError);
  expect(errorHandler()).toBeInstanceOf(Function);
  expect(findStatus(404)[0]?.phrase).toBe('Not Found');
});
