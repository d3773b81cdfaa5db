import { HttpError } from '@faultless/core';
import { findStatus } from '@faultless/core/statuses';
import '@faultless/testing/jest';
import { errorHandler, NotFound } from '@faultless/koa';

test('a test of ts-jest', () => {
  const error: HttpError = new NotFound('No such order.');
  expect(error).toBeInstanceOf(HttpError);
  expect(errorHandler()).toBeInstanceOf(Function);
  expect(findStatus(404)[0]?.phrase).toBe('Not Found');
});

test('a matcher', () => {
  const headers = { 'content-type': 'application/problem+json' };
  const text = JSON.stringify(new NotFound('No such order.'));
  expect({ status: 404, headers, text }).toBeProblem(NotFound, { detail: 'No such order.' });
  expect({ status: 404, headers, text }).not.toBeProblem(403);
});
