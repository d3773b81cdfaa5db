import { TOKEN } from '../challenges/challenge-grammar.js';
import type { OptionRule } from '../options/check-options.js';
import { describeValue } from '../values/describe-value.js';

const TEXT: OptionRule = {
  allowed: 'a string',
  accepts: (value) => typeof value === 'string',
};
const TEXTS: OptionRule = {
  allowed: 'a list of strings',
  accepts: (value) => Array.isArray(value) && value.every(TEXT.accepts),
};
const BYTES: OptionRule = {
  allowed: 'a number of bytes (0 or more)',
  accepts: (value) => typeof value === 'number' && value >= 0,
};
const SCHEME: OptionRule = {
  allowed: 'the name of an authentication scheme',
  accepts: (value) => typeof value === 'string' && TOKEN.pattern.test(value),
};

/** The options that only some classes have, for what their status owes. */
const RULES = {
  accept: TEXTS,
  acceptEncoding: TEXTS,
  acceptPatch: TEXTS,
  acceptQuery: TEXTS,
  available: TEXTS,
  blockedBy: TEXT,
  field: TEXT,
  limit: BYTES,
  login: TEXT,
  supported: TEXTS,
  triedScheme: SCHEME,
} as const satisfies Record<string, OptionRule>;

type OwedOption = keyof typeof RULES;

/** Refuses what could not be sent. Options that were left out are undefined. @throws {TypeError} naming the option */
export function checkOwed(owed: Readonly<Partial<Record<OwedOption, unknown>>>): void {
  for (const [name, value] of Object.entries(owed)) {
    const { allowed, accepts } = RULES[name as OwedOption];
    if (value !== undefined && !accepts(value)) {
      throw new TypeError(`${name} must be ${allowed}, not ${describeValue(value)}`);
    }
  }
}
