import { takeFindings } from './take-findings.js';

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

describe('takeFindings', () => {
  it('reads no more entries than it lists', () => {
    const read: number[] = [];
    const found = takeFindings(upTo(1000), { limit: 3, read: (entry) => read.push(entry) });
    expect(found).toEqual({ findings: [1, 2, 3], omitted: 997 });
    expect(read).toEqual([0, 1, 2]);
  });

  it('counts what an entry tells of, and lists a part of it', () => {
    const read = (entry: number, at: number): string => `${entry}.${at}`;
    expect(takeFindings([2, 0, 3], { limit: 4, read, count: (entry) => entry })).toEqual({
      findings: ['2.0', '2.1', '3.0', '3.1'],
      omitted: 1,
    });
  });

  it('counts entries beyond 100,000 as one thing each', () => {
    const found = takeFindings(upTo(100_010), { limit: 0, read: String, count: () => 2 });
    expect(found).toEqual({ findings: [], omitted: 200_010 });
  });
});
