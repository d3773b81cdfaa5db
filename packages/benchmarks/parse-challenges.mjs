// How the time of parseChallenges grows with hostile text: npm run bench:challenges (after a build).
// Linear: twice the text takes twice the time, and a character costs the same in the last column.
import { performance } from 'node:perf_hooks';
import { parseChallenges } from '../core/dist/index.js';

const SIZES = [64, 128, 256, 512, 1024].map((kilobytes) => kilobytes * 1024);
const RUNS = 7;

const repeat = (unit, size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const numbered = (make, size) => {
  const parts = [];
  for (let length = 0, i = 0; length < size; i += 1) {
    parts.push(make(i));
    length += parts[i].length;
  }
  return parts.join('').slice(0, size);
};

const SHAPES = {
  'an unterminated quote': (size) => `X a="${repeat('b', size)}`,
  'unterminated quotes, again and again': (size) => repeat('X a="b,', size),
  quotes: (size) => repeat('"', size),
  'quotes behind a scheme': (size) => `X ${repeat('"', size)}`,
  'backslashes in quotes': (size) => `X a="${repeat('\\', size)}`,
  'escaped quotes': (size) => `X a="${repeat('\\"', size)}"`,
  'octets in quotes': (size) => `X a="${repeat('\u00c3\u00a9', size)}"`,
  'octets that are no UTF-8': (size) => `X a="${repeat('\u00e9', size)}"`,
  commas: (size) => repeat(',', size),
  spaces: (size) => repeat(' ', size),
  'spaces behind a scheme': (size) => `X ${repeat(' ', size)}a`,
  'spaces and tabs around commas': (size) => repeat(' \t,\t ', size),
  'spaces in front of "="': (size) => repeat(`X a${' '.repeat(999)}=b,`, size),
  'a=': (size) => repeat('a=', size),
  'token68, again and again': (size) => repeat('X a=,', size),
  'parameters without a name': (size) => repeat('X =,', size),
  equals: (size) => `X ${repeat('=', size)}`,
  'one long token': (size) => repeat('a', size),
  'one long token68 that is none': (size) => `X ${repeat('a', size)}=@`,
  schemes: (size) => repeat('a,', size),
  'one parameter, again and again': (size) => `X ${repeat('a=b,', size)}`,
  'many parameters': (size) => `X ${numbered((i) => `p${i}=b,`, size)}`,
  'many parameters with numbers for names': (size) =>
    `X ${numbered((i) => `${i * 7919}=b,`, size)}`,
  'what is no challenge': (size) => repeat('@;{}', size),
  'challenges as they should be': (size) => repeat('Bearer realm="a", error="b", ', size),
};

console.log(`Node ${process.versions.node}, best of ${RUNS} runs, in milliseconds; text in KiB`);
console.log(
  ['shape'.padEnd(40), ...SIZES.map((size) => cell(size / 1024, 0)), 'ns/char: first', 'last'].join(
    ' ',
  ),
);
for (const [name, make] of Object.entries(SHAPES)) {
  const times = SIZES.map((size) => measure(make(size)));
  const perCharacter = times.map((time, i) => (time * 1e6) / SIZES[i]);
  console.log(
    [
      name.padEnd(40),
      ...times.map((time) => cell(time, 2)),
      cell(perCharacter[0], 1).padStart(14),
      cell(perCharacter.at(-1), 1).trim(),
    ].join(' '),
  );
}

function measure(text) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    parseChallenges(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function cell(value, digits) {
  return value.toFixed(digits).padStart(8);
}
