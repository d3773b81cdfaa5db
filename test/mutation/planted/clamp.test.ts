import { clamp } from './clamp.js';

describe('clamp', () => {
  it('keeps a number that is too large at ten', () => {
    expect(clamp(99)).toBe(10);
  });

  it('leaves a number within the limits', () => {
    expect(clamp(5)).toBe(5);
  });
});
