const MARKS = /(<!-- counts:.*? -->\n)[\s\S]*?(<!-- \/counts -->)/;

/** The document with its table of counts as the catalogue has them now. */
export function writeCounts(document, sources) {
  if (!MARKS.test(document)) throw new Error('the document has no place for the counts');
  return document.replace(MARKS, (_, begin, end) => `${begin}\n${drawTable(sources)}\n${end}`);
}

/** One row for each source: its name, who it is, and how many statuses of which kind it has. */
function drawTable(sources) {
  const rows = sources.map(([source, statuses]) => [
    `\`${source}\``,
    statuses[0].vendor,
    statuses.length,
    statuses.filter(({ code }) => code.includes('.')).length,
    statuses.filter(({ wire }) => wire).length,
  ]);
  const total = [2, 3, 4].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
  const head = ['Source', 'Vendor', 'Statuses', 'Substatuses', 'On the wire'];
  const lines = [head, ...rows, ['**all**', '', ...total]].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const isNumber = (column) => column >= 2;
  const rule = widths.map((width, column) =>
    isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const padded = lines.map((cells) =>
    cells.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    ),
  );
  return [padded[0], rule, ...padded.slice(1)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
