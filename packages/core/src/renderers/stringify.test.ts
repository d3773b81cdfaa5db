import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringifyProblem } from './stringify.js';

const problem = { type: 'about:blank', title: 'Conflict', status: 409 };

describe('stringifyProblem', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(stringifyProblem({ ...problem, value })).toBe(JSON.stringify({ ...problem, value }));
      }),
    );
  });

  it('writes a BigInt as its digits', () => {
    expect(JSON.parse(stringifyProblem({ ...problem, id: 9007199254740993n }))).toEqual({
      ...problem,
      id: '9007199254740993',
    });
  });

  it('marks a cycle', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop.self = loop;
    expect(JSON.parse(stringifyProblem({ ...problem, loop }))).toEqual({
      ...problem,
      loop: { name: 'loop', self: '[Circular]' },
    });
  });

  it('leaves out a member whose toJSON throws', () => {
    const bad = {
      toJSON() {
        throw new Error('hostile');
      },
    };
    expect(JSON.parse(stringifyProblem({ ...problem, bad }))).toEqual(problem);
  });

  it('leaves out a member whose getter throws', () => {
    const hostile = Object.defineProperty({ ...problem }, 'toJSON', {
      enumerable: true,
      get() {
        throw new Error('hostile');
      },
    });
    expect(JSON.parse(stringifyProblem(hostile))).toEqual(problem);
  });

  it('does not let a member called toJSON replace the document', () => {
    expect(JSON.parse(stringifyProblem({ ...problem, toJSON: () => ({ status: 200 }) }))).toEqual(
      problem,
    );
  });

  it('survives nesting beyond the call stack', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(JSON.parse(stringifyProblem({ ...problem, deep }))).toMatchObject(problem);
  });
});
