const MARKS = /(<!-- stages:.*? -->\n)[\s\S]*?(<!-- \/stages -->)/;

/** The document with its diagram and its tables as the stages are now. */
export function writeStages(document, stages, describeCase) {
  if (!MARKS.test(document)) throw new Error('the document has no place for the stages');
  const parts = [drawDiagram(stages), ...stages.map((stage) => drawStage(stage, describeCase))];
  return document.replace(MARKS, (_, begin, end) => `${begin}\n${parts.join('\n\n')}\n\n${end}`);
}

/** The questions, one below the other, each with the statuses that end it beside it. */
function drawDiagram(stages) {
  const nodes = stages.flatMap(({ id, question, cases }, index) => {
    const next = stages[index + 1]?.id ?? 'answer';
    const statuses = [...new Set(cases.map(({ status }) => status))].join(' · ');
    return [
      `  ${id}{{"${index + 1}. ${question.en}"}}`,
      `  ${id} -- no --> ${id}Statuses["${statuses}"]`,
      `  ${id} -- yes --> ${next}`,
    ];
  });
  return ['```mermaid', 'flowchart TD', ...nodes, '  answer(["200 · 201 · 204"])', '```'].join(
    '\n',
  );
}

function drawStage({ question, cases }, describeCase) {
  const rows = cases.map((one) => {
    const { status, phrase, line } = describeCase(one);
    const thrown = line === undefined ? 'no error' : `\`${line}\``;
    return `| ${one.when.en} | [${status} ${phrase}](${one.page}) | ${thrown} |`;
  });
  return [
    `### ${question.en}`,
    '',
    '| If not | Status | Throw |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
