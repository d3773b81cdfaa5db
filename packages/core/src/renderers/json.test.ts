import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { en } from '../locales/en.js';
import { stringifyProblem } from './json.js';
import { jsonEnvelope } from './json-envelope.js';

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

  const nest = (levels: number): unknown => {
    let value: unknown = 'leaf';
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? { value } : [value];
    return value;
  };

  it('writes what lies 32 levels deep, and no more', () => {
    const whole = { ...problem, deep: nest(32), shallow: 1 };
    expect(stringifyProblem(whole)).toBe(JSON.stringify(whole));
    const text = stringifyProblem({ ...problem, deep: nest(33), shallow: 1 });
    expect(text.match(/\[Too deep\]/g)).toHaveLength(1);
    expect(text).not.toContain('leaf');
    expect(JSON.parse(text)).toMatchObject({ ...problem, shallow: 1 });
  });

  it('ends soon with what holds itself many times over', () => {
    let tree: unknown = 'leaf';
    for (let level = 0; level < 31; level += 1) tree = { left: tree, right: tree };
    const text = stringifyProblem({ ...problem, tree });
    expect(text.length).toBeLessThan(1_000_000);
    expect(JSON.parse(text)).toMatchObject(problem);
  });

  it('leaves to toJSON how something is written', () => {
    const date = Object.assign(new Date(0), { deep: nest(40) });
    expect(stringifyProblem({ ...problem, date })).toBe(JSON.stringify({ ...problem, date }));
    const deep = { toJSON: () => nest(40) };
    expect(stringifyProblem({ ...problem, deep })).toBe(JSON.stringify({ ...problem, deep }));
  });

  it('writes whole what is long, and not deep', () => {
    const long = { list: Array.from({ length: 20_000 }, (_, index) => index) };
    expect(stringifyProblem({ ...problem, long })).toBe(JSON.stringify({ ...problem, long }));
  });

  it.each([
    ['"x"', 'x'],
    ['[]', []],
    ['undefined', undefined],
  ])('refuses an envelope that is %s', (told, body) => {
    const envelope = jsonEnvelope(() => body as never);
    expect(() => envelope.render(problem, en, {} as never)).toThrow(
      new TypeError(`the shape of jsonEnvelope returned ${told}, not an object`),
    );
  });

  it('survives nesting beyond the call stack', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(JSON.parse(stringifyProblem({ ...problem, deep }))).toMatchObject(problem);
  });
});
