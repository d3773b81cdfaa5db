/** Between these lines docs/mapped-errors.md is written by the registry. */
const BEGIN = '<!-- from the registry: npm run docs:mapped -->';
const END = '<!-- end of the registry -->';

/** Likewise, by the lockfile. */
const VERSIONS_BEGIN = '<!-- from the lockfile: npm run docs:mapped -->';
const VERSIONS_END = '<!-- end of the lockfile -->';

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

function describeVersions(tested) {
  const rows = tested.map(({ name, versions }) => `| ${name} | ${versions.join(', ')} |`);
  return ['| Library | Versions |', '| --- | --- |', ...rows].join('\n');
}

/** A document with its generated parts renewed. */
export function renewDocument(text, { mappers, messages, tested }) {
  const renewed = renewPart(text, [BEGIN, END], describeMappers(mappers, messages));
  return renewPart(renewed, [VERSIONS_BEGIN, VERSIONS_END], describeVersions(tested));
}

function renewPart(text, [begin, finish], part) {
  const start = text.indexOf(begin);
  const end = text.indexOf(finish);
  if (start < 0 || end < start) throw new Error(`the document lacks ${begin} or ${finish}`);
  return `${text.slice(0, start)}${begin}\n\n${part}\n\n${text.slice(end)}`;
}
