import type { CatalogueStatus } from '@faultless/core/statuses';
import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { LABELS } from './labels.js';
import type { CommandOptions } from './program.js';
import type { Terminal } from './terminal.js';

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
