import type { CatalogueStatus } from '@faultless/core/statuses';
import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';

/** Where a command writes, and what it can show. */
export interface Terminal {
  readonly write: (text: string) => unknown;
  readonly writeError: (text: string) => unknown;
  /** Columns; undefined where output goes into a file or a pipe. */
  readonly width: number | undefined;
  readonly colour: boolean;
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
    reference: 'See',
    note: 'Note',
  },
  'zh-CN': {
    source: '来源',
    answer: '应答以',
    temporary: '重试',
    temporaryIs: { true: '稍后可能成功', false: '原样重试无效', unknown: '无法确定' },
    reference: '参见',
    note: '说明',
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
  { colour, width = WIDEST }: Terminal,
): string {
  const { bold, cyan, dim } = picocolors.createColors(colour);
  const labels = LABELS[lang];
  const { title, detail, advice } = status.texts[lang];
  const facts: [label: string, value: string | undefined][] = [
    [labels.source, [status.vendor, status.versions].filter(Boolean).join(' ')],
    [labels.answer, status.code === String(status.nearest) ? undefined : answerOf(status)],
    [labels.temporary, labels.temporaryIs[String(status.temporary) as 'true']],
    [labels.reference, status.reference],
    [labels.note, status.note],
  ];
  const lines = [
    `${cyan(bold(status.id))} ${bold(title)}`,
    detail,
    advice,
    ...facts.flatMap(([label, value]) => (value ? [`${dim(`${label}:`)} ${value}`] : [])),
  ];
  const columns = Math.min(width, WIDEST);
  return `${lines.map((line) => wrapAnsi(line, columns, { hard: true })).join('\n')}\n`;
}

function answerOf({ nearest, reason, transport }: CatalogueStatus): string {
  return transport === undefined ? `${nearest}. ${reason}` : reason;
}

/** Writes data for programs to read. */
export function writeJson(data: unknown, terminal: Terminal): void {
  terminal.write(`${JSON.stringify(data, null, 2)}\n`);
}
