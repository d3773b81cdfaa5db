/** Between these lines docs/mapped-errors.md is written by the registry. */
const BEGIN = '<!-- from the registry: npm run docs:mapped -->';
const END = '<!-- end of the registry -->';

/** The tables of all mappers, in the order in which they are asked. */
function describeMappers(mappers, messages) {
  return mappers
    .map(({ name, libraries, note, answers }) =>
      [`### \`${name}\``, `${upperFirst(libraries)}.`, note, describeAnswers(answers, messages)]
        .filter((part) => part)
        .join('\n\n'),
    )
    .join('\n\n');
}

const COLUMNS = ['Status', 'Code', 'When', 'Detail', 'Retry-After'];

function describeAnswers(answers, messages) {
  const rows = Object.entries(answers).map(([code, row]) => {
    const sent = row.expose ?? row.status !== 500;
    return [
      row.status,
      sent ? `\`${code}\`` : `\`${code}\` (not sent)`,
      upperFirst(row.when),
      sent ? messages[code] : 'the generic text',
      row.retryAfter === undefined ? '' : `${row.retryAfter} s`,
    ];
  });
  if (rows.length === 0) return '';
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** Begins a sentence; what is no plain word, such as `h3`, stays as it is. */
function upperFirst(text) {
  return /^[a-z]+ /.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
}

/** A document with its generated part renewed. */
export function renewDocument(text, mappers, messages) {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the document lacks ${BEGIN} or ${END}`);
  return `${text.slice(0, start)}${BEGIN}\n\n${describeMappers(mappers, messages)}\n\n${text.slice(end)}`;
}
