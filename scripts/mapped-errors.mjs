/** Between these lines docs/mapped-errors.md is written by the registry. */
export const BEGIN = '<!-- from the registry: npm run docs:mapped -->';
export const END = '<!-- end of the registry -->';

/** The tables of all mappers, in the order in which they are asked. */
export function describeMappers(mappers, messages) {
  return mappers
    .map(({ name, libraries, note, answers }) =>
      [`### \`${name}\``, `${upperFirst(libraries)}.`, note, describeAnswers(answers, messages)]
        .filter((part) => part)
        .join('\n\n'),
    )
    .join('\n\n');
}

function describeAnswers(answers, messages) {
  const rows = Object.entries(answers).map(([code, row]) => [
    row.status,
    row.expose === false || (row.status === 500 && row.expose !== true)
      ? `\`${code}\` (not sent)`
      : `\`${code}\``,
    upperFirst(row.when),
    row.expose === false || (row.status === 500 && row.expose !== true)
      ? 'the generic text'
      : messages[code],
    row.retryAfter === undefined ? '' : `${row.retryAfter} s`,
  ]);
  if (rows.length === 0) return '';
  return [['Status', 'Code', 'When', 'Detail', 'Retry-After'], Array(5).fill('---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function upperFirst(text) {
  return /^[a-z]+ /.test(text) && !text.startsWith('h3')
    ? text[0].toUpperCase() + text.slice(1)
    : text;
}

/** A document with its generated part renewed. */
export function renewDocument(text, mappers, messages) {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the document lacks ${BEGIN} or ${END}`);
  return `${text.slice(0, start)}${BEGIN}\n\n${describeMappers(mappers, messages)}\n\n${text.slice(end)}`;
}
