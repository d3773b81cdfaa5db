import type { OptionRule } from '../values/check-options.js';
import { describeValue } from '../values/describe-value.js';
import { ownMembers } from '../values/own-members.js';
import { PROTOCOL } from '../values/token.js';
import { wrongValue } from '../values/wrong-value.js';
import { APPENDED_FIELDS, appendLines } from './append-lines.js';
import {
  detailOf,
  type ErrorArguments,
  type Extensions,
  type HttpErrorOptions,
  NO_OPTIONS,
  type OWN_OPTIONS,
  optionsOf,
} from './error-options.js';

/** What a status owes beside its detail. */
interface Owed {
  readonly headers?: HttpErrorOptions['headers'];
  readonly extensions?: Extensions;
  /** What a 5xx owes to its client would otherwise stay here. */
  readonly expose?: true;
}

/**
 * Adds what a status owes to the arguments of its error; what the caller said itself wins, but for
 * fields whose lines stand beside each other.
 *
 * @param taken the options that are the class's own, which HttpError does not know
 */
export function owing(
  owed: Owed,
  args: ErrorArguments,
  taken: readonly string[] = [],
): [options: HttpErrorOptions] {
  const options = optionsOf(args);
  const detail = detailOf(args);
  const { headers, extensions, expose } = ownMembers(owed);
  if (options === NO_OPTIONS) return [{ detail, headers, extensions }];
  return [
    {
      ...without(options, taken),
      detail,
      headers: options.headers === undefined ? headers : joinHeaders(headers, options.headers),
      extensions:
        options.extensions === undefined ? extensions : { ...extensions, ...options.extensions },
      expose: options.expose ?? expose,
    },
  ];
}

function without(options: HttpErrorOptions, names: readonly string[]): HttpErrorOptions {
  if (names.length === 0) return options;
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}

function joinHeaders(
  owed: Owed['headers'] = {},
  own: NonNullable<Owed['headers']>,
): NonNullable<Owed['headers']> {
  const joined = { ...owed, ...own };
  for (const [name, value] of Object.entries(owed)) {
    if (!APPENDED_FIELDS.has(name.toLowerCase()) || !Object.hasOwn(own, name)) continue;
    joined[name] = appendLines<string | number>(value, own[name]).map(String);
  }
  return joined;
}

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
} as const satisfies Partial<Record<(typeof OWN_OPTIONS)[number], OptionRule>>;

type OwedOption = keyof typeof RULES;

/** Refuses what could not be sent. Options that were left out are undefined. @throws {TypeError} naming the option */
export function checkOwed(owed: Readonly<Partial<Record<OwedOption, unknown>>>): void {
  for (const [name, value] of Object.entries(owed)) {
    const { allowed, accepts } = RULES[name as OwedOption];
    if (value !== undefined && !accepts(value)) {
      throw wrongValue(name, allowed, value);
    }
  }
}

/**
 * Writes the names of methods or protocols as a field value.
 *
 * @param what what they are, for the error
 * @throws {TypeError} when they are no list of names
 */
export function joinNames(what: string, names: unknown): string {
  if (!Array.isArray(names) || !names.every(isName)) {
    throw new TypeError(`${what}, not ${describeValue(names)}`);
  }
  return names.join(', ');
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && PROTOCOL.test(name);
}
