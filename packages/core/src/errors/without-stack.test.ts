import { describe, expect, it } from '@jest/globals';
import { withoutStack } from './stack-traces.js';

const V8_ERROR = Error as unknown as { stackTraceLimit?: unknown };

describe('withoutStack', () => {
  it('makes an error without a stack and puts the limit back', () => {
    const before = V8_ERROR.stackTraceLimit;
    expect(withoutStack(() => new Error('x')).stack).toBe('Error: x');
    expect(V8_ERROR.stackTraceLimit).toBe(before);
  });

  it('puts the limit back when the error can’t be made', () => {
    const before = V8_ERROR.stackTraceLimit;
    expect(() =>
      withoutStack(() => {
        throw new TypeError('no');
      }),
    ).toThrow('no');
    expect(V8_ERROR.stackTraceLimit).toBe(before);
  });

  it.each([undefined, 'many'])('makes it as usual where the limit is %p', (limit) => {
    const before = V8_ERROR.stackTraceLimit;
    V8_ERROR.stackTraceLimit = limit;
    try {
      expect(withoutStack(() => 1)).toBe(1);
      expect(V8_ERROR.stackTraceLimit).toBe(limit);
    } finally {
      V8_ERROR.stackTraceLimit = before;
    }
  });

  it('makes it as usual where the limit can’t be set', () => {
    const before = V8_ERROR.stackTraceLimit;
    Object.defineProperty(Error, 'stackTraceLimit', { writable: false });
    try {
      expect(withoutStack(() => new Error('x')).stack).toContain('\n    at ');
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', { writable: true });
    }
    expect(V8_ERROR.stackTraceLimit).toBe(before);
  });
});
