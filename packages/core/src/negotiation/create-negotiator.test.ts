import { describe, expect, it } from '@jest/globals';
import { createNegotiator, MAX_LENGTH, MAX_MEMBERS } from './create-negotiator.js';

/** Accepts everything as 1 and writes down what it was asked. */
function createRecorder() {
  const asked: string[] = [];
  const negotiate = createNegotiator((field) => {
    asked.push(field);
    return 1;
  }, 0);
  return { asked, negotiate };
}

describe('createNegotiator', () => {
  it.each([
    ['an absent field', undefined],
    ['an empty field', ''],
    ['no lines', []],
    ['a field beyond the length limit', 'x'.repeat(MAX_LENGTH + 1)],
    ['a field beyond the member limit', 'x,'.repeat(MAX_MEMBERS)],
  ])('gives the default for %s without reading it', (_, field) => {
    const { asked, negotiate } = createRecorder();
    expect(negotiate(field)).toBe(0);
    expect(asked).toEqual([]);
  });

  it('reads a field at both limits', () => {
    const { negotiate } = createRecorder();
    expect(negotiate('x'.repeat(MAX_LENGTH))).toBe(1);
    expect(negotiate('x,'.repeat(MAX_MEMBERS - 1))).toBe(1);
  });

  it('gives the default when nothing on offer is acceptable', () => {
    expect(createNegotiator(() => undefined, 2)('x')).toBe(2);
  });

  it('reads several lines as one list', () => {
    const { asked, negotiate } = createRecorder();
    negotiate(['a', 'b']);
    expect(asked).toEqual(['a, b']);
  });

  it('decides about a text once, and keeps a popular one through 100,000 others', () => {
    const { asked, negotiate } = createRecorder();
    for (let index = 0; index < 100_000; index += 1) {
      negotiate(`once ${index}`);
      if (index % 100 === 0) negotiate('popular');
    }
    expect(asked.filter((field) => field === 'popular')).toHaveLength(1);
  });

  it('remembers the default too', () => {
    let asked = 0;
    const negotiate = createNegotiator(() => {
      asked += 1;
      return undefined;
    }, 0);
    negotiate('x');
    negotiate('x');
    expect(asked).toBe(1);
  });
});
