import type { Estimate } from './estimate.js';
import type { Result } from './measure.js';

/** One line for each contender, the fastest first: its rate, its cost, and that where Faultless takes 1. */
export function formatTable(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => b.median.rate - a.median.rate)
    .map(({ contender, median, ofFaultless, omissions }) => {
      const rate = Math.round(median.rate).toLocaleString('en').padStart(8);
      const cost = median.cost.toFixed(1).padStart(6);
      const lacking = omissions.length === 0 ? '' : `  leaves out ${omissions.join(', ')}`;
      return `${contender.padEnd(56)}${rate} req/s ${cost} µs ${show(ofFaultless)}${lacking}`;
    })
    .join('\n');
}

function show(ratio: Estimate | undefined): string {
  if (ratio === undefined) return '';
  return `${ratio.mean.toFixed(2)} ± ${ratio.error.toFixed(2)}`.padStart(12);
}
