const VERDICTS = ['killed', 'timeout', 'survived', 'no coverage', 'open'];

/** The longest piece of source that is shown, in characters. */
const LONGEST = 90;

/** Counts mutants by verdict; one that is not decided counts as not noticed. */
export function tally(mutants) {
  const counts = VERDICTS.map(
    (verdict) => mutants.filter((mutant) => mutant.verdict === verdict).length,
  );
  const [killed, timeout] = counts;
  return { chosen: mutants.length, counts, score: (100 * (killed + timeout)) / mutants.length };
}

/** A Markdown table of rooms. */
export function formatTable(rows) {
  const head = ['room', 'mutants', ...VERDICTS, 'equivalent', 'score', 'minutes'];
  const lines = rows.map(({ name, all, chosen, counts, equivalent, score, minutes }) => [
    name,
    `${chosen + equivalent} of ${all}`,
    ...counts,
    equivalent,
    formatScore(score),
    minutes.toFixed(1),
  ]);
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** What is left of a room: where it is, and what was changed there. */
export function formatFindings({ name, score }, mutants, stale) {
  const left = mutants.filter(({ verdict }) => verdict !== 'killed' && verdict !== 'timeout');
  return [
    `## ${name}: ${formatScore(score)}`,
    '',
    ...left.map(formatMutant),
    ...stale.map(
      ({ path, text }) => `- matches no mutant, in equivalents.json: ${path} \`${text}\``,
    ),
    '',
    '',
  ].join('\n');
}

function formatMutant({ verdict, path, line, original, replacement, text }) {
  const shown = original.length > LONGEST ? `${original.slice(0, LONGEST)}…` : original;
  const where = original === text ? '' : ` in \`${text}\``;
  return `- ${verdict}: ${path}:${line} \`${shown}\` → \`${replacement}\`${where}`;
}

function formatScore(score) {
  return Number.isNaN(score) ? 'none' : `${score.toFixed(1)} %`;
}
