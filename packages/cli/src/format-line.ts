import type { CatalogueStatus } from '@faultless/core/statuses';
import picocolors from 'picocolors';
import type { CommandOptions } from './program.js';
import type { Terminal } from './terminal.js';

/** A status in one line: its name and its title. */
export function formatLine(
  { id, texts }: CatalogueStatus,
  lang: CommandOptions['lang'],
  { colour }: Terminal,
): string {
  const { cyan } = picocolors.createColors(colour);
  return `${cyan(id.padEnd(22))} ${texts[lang].title}\n`;
}
