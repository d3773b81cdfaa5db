/** What the groups of contenders are called. */
const GROUPS = {
  express: 'Express 5',
  koa: 'Koa 3',
  node: 'node:http',
  http2: 'node:http2, by its compatibility API',
  outside: 'Other frameworks',
};

/**
 * Writes the results of `npm run bench` as tables of Markdown, one for each group: the processor time of each
 * contender where Faultless takes 1, with its standard error, and in brackets in microseconds for each request.
 */
export function writeTables(results) {
  return Object.entries(GROUPS)
    .map(([group, title]) => [title, results.filter((one) => one.group === group)])
    .filter(([, ofGroup]) => ofGroup.length > 0)
    .map(([title, ofGroup]) => `### ${title}\n\n${writeTable(ofGroup)}`)
    .join('\n\n');
}

function writeTable(results) {
  const scenarios = [...new Set(results.map(({ scenario }) => scenario))];
  const contenders = [...new Set(results.map(({ contender }) => contender))];
  const rows = contenders.map((contender) => {
    const cells = scenarios.map((scenario) =>
      writeCell(results.find((one) => one.contender === contender && one.scenario === scenario)),
    );
    return [contender === 'Faultless' ? '**Faultless**' : contender, ...cells];
  });
  return [['', ...scenarios], ['', ...scenarios].map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`.replace('|  |', '| |'))
    .join('\n');
}

function writeCell(result) {
  if (result === undefined) return '–';
  const cost = Math.round(result.median.cost);
  if (result.ofFaultless === undefined || result.contender === 'Faultless') return `(${cost})`;
  const { mean, error } = result.ofFaultless;
  return `${mean.toFixed(2)} ± ${error.toFixed(2)} (${cost})`;
}
