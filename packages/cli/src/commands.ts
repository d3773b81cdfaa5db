import {
  type CatalogueStatus,
  findStatus,
  listSources,
  type Source,
  statusesOf,
} from '@faultless/core/statuses';
import { distance } from 'fastest-levenshtein';
import { EXIT } from './exit.js';
import {
  type CommandOptions,
  formatCode,
  formatLine,
  formatStatus,
  type Terminal,
  writeJson,
} from './format-status.js';
import { listCodes } from './list-codes.js';

const MOST = 5;

/** Codes that are written almost like the one that there is not, the nearest first. */
function suggestCodes(query: string): string[] {
  const wanted = query.trim().toLowerCase();
  const statuses = listSources()
    .flatMap((source) => statusesOf(source))
    .map(({ id, code }) => (wanted.includes(':') ? id : code));
  return [...statuses, ...listCodes().map(({ code }) => code)]
    .map((name) => ({ name, steps: distance(wanted, name) }))
    .filter(({ name, steps }, index, all) => {
      const first = all.findIndex((other) => other.name === name) === index;
      return first && steps <= Math.max(1, Math.floor(wanted.length / 4));
    })
    .sort((a, b) => a.steps - b.steps)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Tells what a status means, every claimant of it, the registry first; or a `code` of ours. */
export function explain(query: string, { lang, json }: CommandOptions, terminal: Terminal): number {
  const found = findStatus(query);
  const entry = listCodes().find(({ code }) => code === query);
  if (entry !== undefined) {
    if (json) writeJson(entry, terminal);
    else terminal.write(formatCode(entry, lang, terminal));
    return EXIT.found;
  }
  if (json) writeJson(found, terminal);
  if (found.length === 0) {
    const near = suggestCodes(query);
    const hint =
      near.length === 0 ? 'try: faultless search <words>' : `near it: ${near.join(', ')}`;
    terminal.writeError(`There is no status or code ${query}; ${hint}.\n`);
    return EXIT.nothingFound;
  }
  if (!json) terminal.write(found.map((status) => formatStatus(status, lang, terminal)).join('\n'));
  return EXIT.found;
}

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
