/** A mean, and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

/** The machine strikes some turns: so much of each end is left out. */
const TRIMMED = 0.15;

/**
 * By how much one is larger than the other, in turns that stood beside each other: the geometric mean, so that 2
 * and 1/2 come to 1. Each process gives one ratio, of its turns; the error is that of the processes.
 *
 * @param values the turns of each process
 * @param others those of the same turns of the other's processes
 */
export function ratioOfPairs(
  values: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): Estimate {
  const logs = values.map((turns, process) =>
    trimmedMean(turns.map((value, at) => Math.log(value / (others[process]?.[at] ?? Number.NaN)))),
  );
  const ratio = Math.exp(mean(logs));
  return { mean: ratio, error: ratio * standardError(logs) };
}

/** The mean of what is left when the extremes are cut off. */
export function trimmedMean(values: readonly number[]): number {
  const cut = Math.floor(values.length * TRIMMED);
  return mean([...values].sort((a, b) => a - b).slice(cut, values.length - cut));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard error of a mean; one value alone has none. */
export function standardError(values: readonly number[]): number {
  const centre = mean(values);
  const variance = mean(values.map((value) => (value - centre) ** 2));
  return values.length > 1 ? Math.sqrt(variance / (values.length - 1)) : Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
