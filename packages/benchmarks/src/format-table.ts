import type { Result } from './measure.js';

/** One line for each contender, the fastest first; behind rate and cost, each against the floor's. */
export function formatTable(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => b.median.rate - a.median.rate)
    .map(({ contender, median, ratio, omissions }) => {
      const rate = Math.round(median.rate).toLocaleString('en').padStart(8);
      const cost = median.cost.toFixed(1).padStart(6);
      const lacking = omissions.length === 0 ? '' : `  leaves out ${omissions.join(', ')}`;
      return `${contender.padEnd(36)}${rate} req/s ${show(ratio?.rate)} ${cost} µs ${show(ratio?.cost)}${lacking}`;
    })
    .join('\n');
}

function show(ratio: number | undefined): string {
  return (ratio?.toFixed(2) ?? '').padStart(5);
}
