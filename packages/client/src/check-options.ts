/** What a timer can wait for: a longer time would be none. */
const MAX = 2 ** 31 - 1;

/** @throws {TypeError} for an option that there isn't, or that is wrong */
export function checkOptions(whose: string, known: readonly string[], options: object): void {
  for (const [name, value] of Object.entries(options) as [string, number | undefined][]) {
    if (!known.includes(name)) throw new TypeError(`${name} is no option of ${whose}`);
    if (value === undefined) continue;
    if (name === 'envelope') {
      if (typeof value !== 'function') throw new TypeError('envelope must be a function');
    } else if (!(typeof value === 'number' && value >= 0 && value <= MAX)) {
      throw new TypeError(`${name} must be a number from 0 to ${MAX}, not ${String(value)}`);
    }
  }
}
