import type { Result } from './measure.js';

const ROW = 22;
const LEFT = 260;
const WIDTH = 900;

/** How many times as much as Faultless what has the longest bar takes. */
const LONGEST = 4;

const NONE = { mean: 0 };

/** Draws the first scenario of each group as bars: the processor time of each contender where Faultless takes 1. */
export function drawChart(
  results: readonly Result[],
  machine: { readonly node: string; readonly cores: number; readonly cpu: string | undefined },
): string {
  const groups = [...new Set(results.map(({ group }) => group))].filter(
    (group) => group !== 'outside',
  );
  let y = 40;
  let rows = '';
  for (const group of groups) {
    const ofGroup = results.filter((one) => one.group === group);
    const shown = ofGroup.filter(({ scenario }) => scenario === ofGroup[0]?.scenario);
    rows += `<text x="10" y="${y}" class="group">${group}, ${shown[0]?.scenario ?? ''}</text>\n`;
    y += ROW;
    for (const { contender, ofFaultless: { mean } = NONE } of sorted(shown)) {
      const width = Math.round((mean / LONGEST) * (WIDTH - LEFT - 80));
      const own = contender === 'Faultless' ? ' class="own"' : '';
      rows += `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${contender}</text>`;
      rows += `<rect x="${LEFT}" y="${y}" width="${width}" height="16"${own}/>`;
      rows += `<text x="${LEFT + width + 6}" y="${y + 12}">${mean.toFixed(2)}</text>\n`;
      y += ROW;
    }
    y += ROW;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="system-ui, sans-serif" font-size="13">
<title>Processor time for each request, where Faultless takes 1</title>
<style>svg{background:#fff}rect{fill:#9aa4b2}.own{fill:#1f6feb}.group{font-weight:600}</style>
<text x="10" y="18">Processor time for each request, where Faultless takes 1: less is better. Node ${machine.node}, ${machine.cores} cores, ${machine.cpu ?? ''}</text>
${rows}</svg>
`;
}

function sorted(results: readonly Result[]): Result[] {
  return [...results].sort((a, b) => a.median.cost - b.median.cost);
}
