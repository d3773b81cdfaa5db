import { median, ratioOfPairs, standardError, trimmedMean } from './estimate.js';

it('compares neighbours: what strikes both changes nothing', () => {
  const { mean, error } = ratioOfPairs(
    [
      [2, 20, 200],
      [4, 40, 400],
    ],
    [
      [1, 10, 100],
      [2, 20, 200],
    ],
  );
  expect(mean).toBeCloseTo(2);
  expect(error).toBeCloseTo(0);
});

it('takes the geometric mean, so that 2 and 1/2 come to 1', () => {
  const { mean, error } = ratioOfPairs([[2], [1]], [[1], [2]]);
  expect(mean).toBeCloseTo(1);
  expect(error).toBeCloseTo(Math.log(2));
});

it('has no error for one process', () => {
  expect(ratioOfPairs([[3]], [[1]])).toEqual({ mean: expect.closeTo(3), error: Number.NaN });
});

it('leaves out extremes', () => {
  expect(trimmedMean([1, 1, 1, 1, 1, 1, 1, 1000])).toBe(1);
});

it.each([
  [[1, 3], 1],
  [[2, 2, 2], 0],
])('gives the standard error of %p', (values, error) => {
  expect(standardError(values)).toBeCloseTo(error);
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('gives the median of %p', (values, expected) => {
  expect(median(values)).toBe(expected);
});
