import { consoleReporter } from '@faultless/core';
import { jest } from '@jest/globals';
import { recordOf } from './record-of.js';

const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  print.mockRestore();
});

function printed(thrown: unknown): string {
  print.mockClear();
  consoleReporter(recordOf.report(thrown));
  expect(print).toHaveBeenCalledTimes(1);
  return String(print.mock.lastCall?.[0]);
}

/** Errors of which each has the next in a list, eight times, and as its cause. */
function nest(make: () => Error): Error {
  let error = make();
  for (let depth = 0; depth < 8; depth += 1) {
    error = new AggregateError(Array(8).fill(error), 'all failed', { cause: error });
  }
  return error;
}

const withFields = (fields: object): Error => Object.assign(new Error('failed'), fields);

const many = (value: (at: number) => unknown): unknown[] =>
  Array.from({ length: 32 }, (_, at) => value(at));

const members = (value: unknown): object =>
  Object.fromEntries(many((at) => [`member${at}`, value]) as [string, unknown][]);

/** Whatever is inside of whatever, with a text at the bottom of it. */
const HUGE: readonly [string, (text: string) => unknown][] = [
  ['errors in errors', (text) => nest(() => new Error(text))],
  ['errors with members in errors', (text) => nest(() => withFields(members(text)))],
  ['lists in lists', (text) => withFields(members(many(() => many(() => text))))],
  ['members in members', (text) => withFields(members(members(members(text))))],
  ['names', (text) => withFields(Object.fromEntries(many((at) => [`${at}${text}`, 1]) as []))],
];

const TEXTS: readonly [string, string][] = [
  ['words', 'word '.repeat(4000)],
  ['line breaks', '\n'.repeat(20_000)],
  ['what is replaced', `Failing row contains (${'word '.repeat(4000)}).`],
];

const all = HUGE.flatMap(([what, make]) =>
  TEXTS.map(([of, text]) => [what, of, () => make(text)] as const),
);

describe('however much there is of an error', () => {
  it.each(all)('its record is bounded: %s, of %s', (_what, _of, make) => {
    expect(JSON.stringify(recordOf(make())).length).toBeLessThan(140_000);
  });

  it.each(all)(
    'what is printed is bounded, and says what is left out: %s, of %s',
    (...[, , make]) => {
      const text = printed(make());
      expect(text.length).toBeLessThan(1_000_000);
      expect(text).toMatch(/… \d+ more|: …$/m);
    },
  );

  it('no more is read than there is room for, also where nearly nothing is left of it', () => {
    let reads = 0;
    const one = Object.defineProperty({}, 'detail', {
      enumerable: true,
      get: () => {
        reads += 1;
        return `Failing row contains (${'word '.repeat(400)}).`;
      },
    });
    const error = withFields(members(many(() => one)));
    recordOf(error);
    expect(reads).toBeLessThan(100);
    reads = 0;
    printed(error);
    expect(reads).toBeLessThan(100);
  });

  it('the error is printed before what was noticed of it takes the room', () => {
    print.mockClear();
    const notices = Array(500).fill({ message: 'noticed', cause: new Error('word '.repeat(4000)) });
    consoleReporter({ ...recordOf.report(new Error('The pool is closed.')), notices });
    const text = String(print.mock.lastCall?.[0]);
    expect(text).toContain('  Error: The pool is closed.\n');
    expect(text.length).toBeLessThan(200_000);
  });
});
