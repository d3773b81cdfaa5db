import { describeValue } from './describe-value.js';
import { nearestName } from './nearest-name.js';
import { wrongValue } from './wrong-value.js';

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
    throw wrongValue(`${owner}: options`, 'an object', options);
  }
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      throw new TypeError(`${owner}: ${unknownOption(name, Object.keys(rules))}`);
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw wrongValue(`${owner}: option ${name}`, rule.allowed, value);
    }
  }
}

/** Says of an unknown option which was meant, and which there are. */
function unknownOption(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `there is no option ${describeValue(name)}${hint}; allowed: ${known.join(', ')}`;
}
