import type { Result } from './measure.js';

/**
 * One line for each contender, the fastest first: rate and cost, each against the floor's, and how much
 * processor time it takes for what Faultless takes 1, with the standard error of that.
 */
export function formatTable(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => b.median.rate - a.median.rate)
    .map(({ contender, median, ratio, ofFaultless, omissions }) => {
      const rate = Math.round(median.rate).toLocaleString('en').padStart(8);
      const cost = median.cost.toFixed(1).padStart(6);
      const of =
        ofFaultless === undefined
          ? ''
          : `  ${ofFaultless.mean.toFixed(2)} ± ${ofFaultless.error.toFixed(2)}`;
      const lacking = omissions.length === 0 ? '' : `  leaves out ${omissions.join(', ')}`;
      return `${contender.padEnd(56)}${rate} req/s ${show(ratio?.rate)} ${cost} µs ${show(ratio?.cost)}${of}${lacking}`;
    })
    .join('\n');
}

function show(ratio: number | undefined): string {
  return (ratio?.toFixed(2) ?? '').padStart(5);
}
