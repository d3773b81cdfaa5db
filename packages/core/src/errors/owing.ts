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

/** Adds what a status owes to the arguments of its error; what the caller said itself wins. */
export function owing(owed: Owed, args: ErrorArguments): [options: ErrorOptions] {
  const options = optionsOf(args);
  const detail = detailOf(args);
  const { headers, extensions, expose } = owed;
  if (options === NO_OPTIONS) return [{ detail, headers, extensions }];
  return [
    {
      ...options,
      detail,
      headers: options.headers === undefined ? headers : { ...headers, ...options.headers },
      extensions:
        options.extensions === undefined ? extensions : { ...extensions, ...options.extensions },
      expose: options.expose ?? expose,
    },
  ];
}
