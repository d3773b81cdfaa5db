import { nearestName } from './nearest-name.js';

const NAMES = ['detail', 'headers', 'retryAfter', 'conceal', 'type', 'title'];

describe('nearestName', () => {
  it.each([
    ['detial', 'detail'],
    ['details', 'detail'],
    ['header', 'headers'],
    ['retry_after', 'retryAfter'],
    ['RETRYAFTER', 'retryAfter'],
    ['concel', 'conceal'],
    ['tilte', 'title'],
    ['typ', 'type'],
    ['balance', undefined],
    ['', undefined],
    ['x'.repeat(1_000_000), undefined],
  ])('of %.20s is %s', (typed, meant) => {
    expect(nearestName(typed, NAMES)).toBe(meant);
  });
});
