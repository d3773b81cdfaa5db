import { listSources, type Source, statusesOf } from '@faultless/core/statuses';
import { EXIT } from './exit-codes.js';
import { formatLine } from './format-line.js';
import type { CommandOptions } from './program.js';
import type { Terminal } from './terminal.js';
import { writeJson } from './write-json.js';

/** Lists the codes of a source, or, without one, the sources with their number of codes. */
export function list(
  source: Source | undefined,
  { lang, json }: CommandOptions,
  terminal: Terminal,
): number {
  if (source === undefined) {
    const sources = listSources().map((name) => ({
      source: name,
      vendor: statusesOf(name)[0]?.vendor ?? '',
      statuses: statusesOf(name).length,
    }));
    if (json) writeJson(sources, terminal);
    else {
      for (const { source: name, vendor, statuses } of sources) {
        terminal.write(`${name.padEnd(18)}${String(statuses).padStart(4)}  ${vendor}\n`);
      }
    }
  } else if (json) {
    writeJson(statusesOf(source), terminal);
  } else {
    for (const status of statusesOf(source)) terminal.write(formatLine(status, lang, terminal));
  }
  return EXIT.found;
}
