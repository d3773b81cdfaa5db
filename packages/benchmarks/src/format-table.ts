import type { Result } from './measure.js';

/** One line for each contender, the fastest first. */
export function formatTable(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => b.median - a.median)
    .map(({ contender, median, ratio, omissions }) => {
      const rate = Math.round(median).toLocaleString('en').padStart(8);
      const against = ratio === undefined ? '     ' : ratio.toFixed(2).padStart(5);
      const lacking = omissions.length === 0 ? '' : `  leaves out ${omissions.join(', ')}`;
      return `${contender.padEnd(36)}${rate} req/s ${against}${lacking}`;
    })
    .join('\n');
}
