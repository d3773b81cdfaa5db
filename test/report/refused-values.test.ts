import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { consoleReporter } from '@faultless/core';
import { jest } from '@jest/globals';
import cobody from 'co-body';
import { parse as parseCsv } from 'csv-parse/sync';
import Joi from 'joi';
import mongoose from 'mongoose';
import { parse as parseYaml } from 'yaml';
import { thrownBy } from '../mappers/raise.js';
import { recordOf } from './record-of.js';

const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  print.mockRestore();
});

/** Several words, quotes and brackets. */
const BODY = `planted7 "a' ) planted8`;
const Role = mongoose.model(
  'Role',
  new mongoose.Schema({
    name: { type: String, enum: ['admin'], maxlength: 3 },
    level: Number,
  }),
);

/** What parsers and validators say of what they refuse, and what is to be left of it. */
const REFUSALS: readonly [what: string, refuse: () => unknown, left: RegExp][] = [
  ['JSON', () => JSON.parse(BODY), /^Unexpected token 'p', "\[redacted\]/],
  ['JSON of one word', () => JSON.parse('planted'), /"\[redacted\]" is not valid JSON$/],
  [
    'JSON cut before it',
    () => JSON.parse(`["${'b'.repeat(50)}", planted7, planted8]`),
    /Unexpected token 'p'/,
  ],
  [
    'JSON cut on both sides',
    () => JSON.parse(`[${'1,'.repeat(20)} planted7, ${'1,'.repeat(20)}]`),
    /Unexpected token 'p'/,
  ],
  [
    'JSON within JSON',
    () => {
      throw new Error(JSON.stringify({ inner: String(thrown(() => JSON.parse(BODY))) }));
    },
    /Unexpected token/,
  ],
  [
    "Koa's bodies",
    () => cobody.json(Object.assign(Readable.from(['{planted7']), { headers: {} }) as never),
    /in JSON at position 1/,
  ],
  ['a BigInt', () => BigInt('planted7'), /^Cannot convert \[redacted\] to a BigInt$/],
  ['YAML', () => parseYaml(`a: b: ${BODY}`), /at line 1, column \d+:\s+\[redacted\]\s*$/],
  ['an alias of YAML', () => parseYaml('a: *planted7'), /Unresolved alias/],
  [
    'what is said of CSV',
    () => {
      throw new Error(String(thrown(() => parseCsv(`a\nplanted7"b"\n`))));
    },
    /value is "\[redacted\]"$/,
  ],
  ['records of CSV', () => parseCsv('a,b\nplanted7,planted8,c\n'), /Invalid Record Length/],
  [
    'a pattern',
    () => Joi.attempt({ name: BODY }, Joi.object({ name: Joi.string().pattern(/^x$/) })),
    /fails to match/,
  ],
  ['an enumeration', () => new Role({ name: 'planted7 planted8' }).validate(), /`\[redacted\]`/],
  [
    'a number',
    () => new Role({ level: BODY }).validate(),
    /Cast to Number failed for value "\[redacted\]"/,
  ],
  [
    'an option',
    () => {
      throw new TypeError("The property 'a' is invalid. Received 'planted7'");
    },
    /Received '\[redacted\]'$/,
  ],
];

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('a value that is refused', () => {
  it.each(REFUSALS)('is not told: %s', async (_what, refuse, left) => {
    const error = await thrownBy(async () => {
      const returned = await refuse();
      throw returned;
    });
    expect(inspect(error, { depth: 5 })).toContain('planted');
    const record = recordOf(error);
    print.mockClear();
    consoleReporter(recordOf.report(error));
    expect(record.error.message).toMatch(left);
    expect(`${String(print.mock.lastCall)}\n${JSON.stringify(record)}`).not.toContain('planted');
  });
});
