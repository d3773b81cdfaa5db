import type { OptionRule } from '../values/check-options.js';
import type { BuiltInMapper } from './built-in-mapper.js';

type BuiltInOption =
  | 'withoutMappers'
  | 'validationStatus'
  | 'passOnProblems'
  | 'maxValidationErrors';

/** What the options of built-in mappers may be, given those that can be left out. */
export function builtInRules(
  builtIn: readonly BuiltInMapper[],
): Readonly<Record<BuiltInOption, OptionRule>> {
  const names: readonly string[] = builtIn.map(({ name }) => name);
  return {
    withoutMappers: {
      allowed: `a list of names out of ${names.join(', ')}`,
      accepts: (value) =>
        Array.isArray(value) && value.every((name: unknown) => names.includes(name as string)),
    },
    validationStatus: { allowed: '400 or 422', accepts: (value) => value === 400 || value === 422 },
    passOnProblems: { allowed: 'a boolean', accepts: (value) => typeof value === 'boolean' },
    maxValidationErrors: {
      allowed: 'an integer, 0 or more',
      accepts: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
    },
  };
}
