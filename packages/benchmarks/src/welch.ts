/**
 * Welch's t for two samples, after the slowest twentieth of both together is cut off: pauses of the
 * machine, which strike either at random.
 */
export function welch(
  first: readonly number[],
  second: readonly number[],
): { t: number; means: [number, number] } {
  const all = [...first, ...second].sort((a, b) => a - b);
  const limit = all[Math.floor(all.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  const a = summarise(first.filter((time) => time <= limit));
  const b = summarise(second.filter((time) => time <= limit));
  return {
    t: (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count),
    means: [a.mean, b.mean],
  };
}

function summarise(sample: readonly number[]): { mean: number; variance: number; count: number } {
  const count = sample.length;
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, variance, count };
}
