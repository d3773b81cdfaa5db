import { findStatus } from '@faultless/core/statuses';
import { EXIT } from './exit-codes.js';
import { formatStatus } from './format-status.js';
import type { CommandOptions } from './program.js';
import { suggestCodes } from './suggest-codes.js';
import type { Terminal } from './terminal.js';
import { writeJson } from './write-json.js';

/** Tells what a code means, every claimant of it, the registry first. */
export function explain(query: string, { lang, json }: CommandOptions, terminal: Terminal): number {
  const found = findStatus(query);
  if (json) writeJson(found, terminal);
  if (found.length === 0) {
    const near = suggestCodes(query);
    const hint =
      near.length === 0 ? 'try: faultless search <words>' : `near it: ${near.join(', ')}`;
    terminal.writeError(`There is no status ${query}; ${hint}.\n`);
    return EXIT.nothingFound;
  }
  if (!json) terminal.write(found.map((status) => formatStatus(status, lang, terminal)).join('\n'));
  return EXIT.found;
}
