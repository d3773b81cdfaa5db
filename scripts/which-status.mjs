const MARKS = /(<!-- stages:.*? -->\n)[\s\S]*?(<!-- \/stages -->)/;

/** The document with its tables as the stages are now. */
export function writeStages(document, stages, describeCase) {
  if (!MARKS.test(document)) throw new Error('the document has no place for the stages');
  const tables = stages.map((stage) => drawStage(stage, describeCase)).join('\n\n');
  return document.replace(MARKS, (_, begin, end) => `${begin}\n${tables}\n\n${end}`);
}

const QUESTION = { width: 430, height: 44, apart: 80, number: 24 };
const STATUSES = { left: 496, width: 46, apart: 52, height: 30 };
const STYLE = `
  text { font: 15px system-ui, sans-serif; fill: #1f2328 }
  .small { font-size: 13px; fill: #59636e }
  rect { fill: #f6f8fa; stroke: #59636e }
  line { stroke: #59636e }
  .s3 { stroke: #1a7f37 } .s4 { stroke: #9a6700 } .s5 { stroke: #cf222e }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .small { fill: #9198a1 } rect { fill: #151b23; stroke: #9198a1 }
    line { stroke: #9198a1 } .s3 { stroke: #3fb950 } .s4 { stroke: #d29922 } .s5 { stroke: #f85149 }
  }`;

/** The questions, one below the other, each with the statuses that end it beside it, as SVG. */
export function drawDiagram(stages) {
  const rows = stages.map(drawRow);
  const top = stages.length * QUESTION.apart;
  const most = Math.max(...stages.map((stage) => statusesOf(stage).length));
  const width = STATUSES.left + most * STATUSES.apart;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + QUESTION.height + 2}" role="img">
<title>Which status: the questions in their order, and the statuses that each can end with</title>
<style>${STYLE}
</style>
${rows.join('\n')}
<rect x="1" y="${top + 1}" width="${QUESTION.width}" height="${QUESTION.height}" rx="22"/>
<text x="${QUESTION.number}" y="${top + 28}">Answer: 200, 201 or 204</text>
</svg>
`;
}

const statusesOf = ({ cases }) => [...new Set(cases.map(({ status }) => status))];

function drawRow(stage, index) {
  const top = index * QUESTION.apart + 1;
  const middle = top + QUESTION.height / 2;
  const bottom = top + QUESTION.height;
  const next = top + QUESTION.apart;
  const statuses = statusesOf(stage).map((status, place) => {
    const left = STATUSES.left + place * STATUSES.apart;
    const box = `x="${left}" y="${middle - STATUSES.height / 2}" width="${STATUSES.width}" height="${STATUSES.height}"`;
    return `<rect class="s${String(status)[0]}" ${box} rx="6"/><text x="${left + STATUSES.width / 2}" y="${middle + 5}" text-anchor="middle">${status}</text>`;
  });
  return [
    `<rect x="1" y="${top}" width="${QUESTION.width}" height="${QUESTION.height}" rx="8"/>`,
    `<text x="${QUESTION.number}" y="${middle + 5}">${index + 1}. ${stage.question.en}</text>`,
    `<line x1="${QUESTION.width + 1}" y1="${middle}" x2="${STATUSES.left}" y2="${middle}"/>`,
    `<text class="small" x="${QUESTION.width + 22}" y="${middle - 6}">no</text>`,
    ...statuses,
    `<line x1="40" y1="${bottom}" x2="40" y2="${next}"/>`,
    `<text class="small" x="50" y="${(bottom + next) / 2 + 5}">yes</text>`,
  ].join('\n');
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
