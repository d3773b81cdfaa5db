import { describeValue } from './describe-value.js';

/** What an option may be, and how a message calls that. */
export interface OptionRule {
  readonly allowed: string;
  readonly accepts: (value: unknown) => boolean;
}

/**
 * Refuses options that are unknown or wrong, at the moment a middleware is made.
 *
 * @param owner the function whose options they are, for the message
 * @throws {TypeError} naming the option, what came, and what is allowed
 */
export function checkOptions(
  owner: string,
  options: unknown,
  rules: Readonly<Record<string, OptionRule>>,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${owner}: options must be an object, not ${describeValue(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      const known = Object.keys(rules).join(', ');
      throw new TypeError(`${owner}: there is no option ${describeValue(name)}; allowed: ${known}`);
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw new TypeError(
        `${owner}: option ${name} must be ${rule.allowed}, not ${describeValue(value)}`,
      );
    }
  }
}
