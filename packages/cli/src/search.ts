import { type CatalogueStatus, listSources, statusesOf } from '@faultless/core/statuses';
import { EXIT } from './exit-codes.js';
import { formatLine } from './format-line.js';
import type { CommandOptions } from './program.js';
import type { Terminal } from './terminal.js';
import { writeJson } from './write-json.js';

/** Finds the statuses in whose texts, of either language, all the words occur. */
export function search(
  words: readonly string[],
  { lang, json }: CommandOptions,
  terminal: Terminal,
): number {
  const wanted = words.map((word) => word.toLowerCase());
  const found = listSources()
    .flatMap((source) => statusesOf(source))
    .filter((status) => wanted.every((word) => textOf(status).includes(word)));
  if (json) writeJson(found, terminal);
  if (found.length === 0) {
    terminal.writeError(`No status has to do with ${words.join(' ')}.\n`);
    return EXIT.nothingFound;
  }
  if (!json) for (const status of found) terminal.write(formatLine(status, lang, terminal));
  return EXIT.found;
}

function textOf({ id, phrase, reason, note, texts }: CatalogueStatus): string {
  const told = Object.values(texts).flatMap(({ title, detail, advice }) => [title, detail, advice]);
  return [id, phrase, reason, note ?? '', ...told].join('\n').toLowerCase();
}
