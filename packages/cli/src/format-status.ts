import type { CatalogueStatus } from '@faultless/core/statuses';
import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { CodeEntry } from './list-codes.js';

/** Where a command writes, and what it can show. */
export interface Terminal {
  readonly write: (text: string) => unknown;
  readonly writeError: (text: string) => unknown;
  /** Columns; undefined where output goes into a file or a pipe. */
  readonly width: number | undefined;
  readonly colour: boolean;
  /** What is typed, or piped, line by line; nothing is read before it is called. */
  readonly readLines: () => AsyncIterable<string>;
}

/** What every command can be told. */
export interface CommandOptions {
  readonly lang: 'en' | 'zh-CN';
  readonly json?: true;
}

/** What stands in front of the facts of a status. */
const LABELS = {
  en: {
    source: 'Source',
    answer: 'Answer with',
    temporary: 'Try again',
    temporaryIs: { true: 'it may work later', false: 'not unchanged', unknown: 'nobody can say' },
    throw: 'Throw',
    reference: 'See',
    note: 'Note',
    by: 'Sent for',
  },
  'zh-CN': {
    source: '来源',
    answer: '响应以',
    temporary: '重试',
    temporaryIs: { true: '稍后可能成功', false: '原样重试无效', unknown: '无法确定' },
    throw: '抛出',
    reference: '参见',
    note: '说明',
    by: '用于',
  },
} as const;

/** A status in one line: its name and its title. */
export function formatLine(
  { id, texts }: CatalogueStatus,
  lang: CommandOptions['lang'],
  { colour }: Terminal,
): string {
  const { cyan } = picocolors.createColors(colour);
  return `${cyan(id.padEnd(22))} ${texts[lang].title}\n`;
}

/** Lines longer than this tire the eye, however wide the terminal is. */
const WIDEST = 88;

/** All that is known of a status, for a person to read. */
export function formatStatus(
  status: CatalogueStatus,
  lang: CommandOptions['lang'],
  terminal: Terminal,
): string {
  const labels = LABELS[lang];
  const { title, detail, advice } = status.texts[lang];
  const facts: [label: string, value: string | undefined][] = [
    [labels.source, [status.vendor, status.versions].filter(Boolean).join(' ')],
    [labels.answer, status.code === String(status.nearest) ? undefined : answerOf(status)],
    [labels.temporary, labels.temporaryIs[String(status.temporary) as 'true']],
    [labels.throw, throwOf(status)],
    [labels.reference, status.reference],
    [labels.note, status.note],
  ];
  return formatEntry({ name: status.id, title, texts: [detail, advice], facts }, terminal);
}

/** What a person reads of one entry. */
interface Entry {
  readonly name: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string | undefined])[];
}

/** One entry, within the width of the terminal. */
export function formatEntry(
  { name, title, texts, facts }: Entry,
  { colour, width = WIDEST }: Terminal,
): string {
  const { bold, cyan, dim } = picocolors.createColors(colour);
  const lines = [
    `${cyan(bold(name))} ${bold(title)}`,
    ...texts,
    ...facts.flatMap(([label, value]) => (value ? [`${dim(`${label}:`)} ${value}`] : [])),
  ];
  const columns = Math.min(width, WIDEST);
  // An address that is cut can't be followed.
  const wrap = (line: string): string =>
    wrapAnsi(line, columns, { hard: !line.includes('https://') });
  return `${lines.map(wrap).join('\n')}\n`;
}

/** All that is known of a `code`, for a person to read. */
export function formatCode(
  { code, status, text, by, docs }: CodeEntry,
  lang: CommandOptions['lang'],
  terminal: Terminal,
): string {
  const labels = LABELS[lang];
  const facts = [
    [labels.by, by.join(', ')],
    [labels.reference, docs],
  ] as const;
  return formatEntry({ name: code, title: status ?? '', texts: [text[lang]], facts }, terminal);
}

/** What the classes of some statuses must be told. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  401: "'orders'",
  405: "['GET', 'HEAD']",
  407: "'proxy'",
  416: '1024',
  426: "'websocket'",
};

/** The line of code that has a status answered: `throw new NotFound()`. */
export function throwOf({
  source,
  id,
  code,
  nearest,
  phrase,
}: CatalogueStatus): string | undefined {
  if (nearest < 400) return undefined;
  if (source !== 'iana') return `throw new VendorError('${id}')`;
  const words = phrase.replace(/'/g, '').split(/\W+/);
  // An abbreviation is written as a word: UriTooLong.
  const rest = (word: string): string =>
    /[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase();
  const name = words.map((word) => word.charAt(0).toUpperCase() + rest(word)).join('');
  return `throw new ${name}(${ARGUMENTS[code] ?? ''})`;
}

function answerOf({ nearest, reason, transport }: CatalogueStatus): string {
  return transport === undefined ? `${nearest}. ${reason}` : reason;
}

/** Writes data for programs to read. */
export function writeJson(data: unknown, terminal: Terminal): void {
  terminal.write(`${JSON.stringify(data, null, 2)}\n`);
}
