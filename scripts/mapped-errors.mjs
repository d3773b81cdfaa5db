/** Between these lines docs/mapped-errors.md is written by the registry. */
const BEGIN = '<!-- from the registry: npm run docs:mapped -->';
const END = '<!-- end of the registry -->';

/** Likewise, by what the tests import and the lockfile. */
const LIBRARIES_BEGIN = '<!-- from the lockfile: npm run docs:mapped -->';
const LIBRARIES_END = '<!-- end of the lockfile -->';

/** The tables of all mappers, in the order in which they are asked. */
function describeMappers(mappers, messages) {
  return mappers
    .map(({ name, libraries, note, answers }) =>
      [
        `### Mapper \`${name}\``,
        `${upperFirst(libraries)}.`,
        note,
        describeAnswers(answers, messages),
      ]
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

/** A section for each library, to be found by its name. */
function describeLibraries(libraries, mappers) {
  const answers = new Map(mappers.map((mapper) => [mapper.name, mapper.answers]));
  return libraries
    .map(({ name, product, mappers: by, tested }) => {
      const lines = by.map(
        ({ mapper }) => `- [\`${mapper}\`](#mapper-${mapper}): ${listAnswers(answers.get(mapper))}`,
      );
      return [`### ${name}`, product ? `${product}. ${tested}` : tested, lines.join('\n')]
        .filter((part) => part)
        .join('\n\n');
    })
    .join('\n\n');
}

/** By status, ascending: `409 already_exists, still_referenced; 503 database_unavailable`. */
function listAnswers(answers) {
  const byStatus = new Map();
  for (const [code, { status }] of Object.entries(answers)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\``]);
  }
  return byStatus.size === 0
    ? 'the status that the error states'
    : [...byStatus]
        .sort(([a], [b]) => a - b)
        .map(([status, codes]) => `${status} ${codes.join(', ')}`)
        .join('; ');
}

/** A document with its generated parts renewed. */
export function renewDocument(text, { mappers, messages, libraries }) {
  const renewed = renewPart(text, [BEGIN, END], describeMappers(mappers, messages));
  const parts = [LIBRARIES_BEGIN, LIBRARIES_END];
  return renewPart(renewed, parts, describeLibraries(libraries, mappers));
}

function renewPart(text, [begin, finish], part) {
  const start = text.indexOf(begin);
  const end = text.indexOf(finish);
  if (start < 0 || end < start) throw new Error(`the document lacks ${begin} or ${finish}`);
  return `${text.slice(0, start)}${begin}\n\n${part}\n\n${text.slice(end)}`;
}
