import { APPENDED_FIELDS, appendLines } from '../headers/append-lines.js';
import { ownMembers } from '../values/own-members.js';
import {
  detailOf,
  type ErrorArguments,
  type ErrorOptions,
  type Extensions,
  NO_OPTIONS,
  optionsOf,
} from './error-options.js';

/** What a status owes beside its detail. */
interface Owed {
  readonly headers?: ErrorOptions['headers'];
  readonly extensions?: Extensions;
  /** What a 5xx owes to its client would otherwise stay here. */
  readonly expose?: true;
}

/**
 * Adds what a status owes to the arguments of its error; what the caller said itself wins, but for
 * fields whose lines stand beside each other.
 */
export function owing(owed: Owed, args: ErrorArguments): [options: ErrorOptions] {
  const options = optionsOf(args);
  const detail = detailOf(args);
  const { headers, extensions, expose } = ownMembers(owed);
  if (options === NO_OPTIONS) return [{ detail, headers, extensions }];
  return [
    {
      ...options,
      detail,
      headers: options.headers === undefined ? headers : joinHeaders(headers, options.headers),
      extensions:
        options.extensions === undefined ? extensions : { ...extensions, ...options.extensions },
      expose: options.expose ?? expose,
    },
  ];
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
