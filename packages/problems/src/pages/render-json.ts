import { openSchema } from '../json-schema/open-schema.js';
import type { ProblemEntry } from '../problem-entry.js';
import type { Site } from './page.js';

/** Writes what is known of a problem as JSON, in all languages. */
export function renderJsonPage(entry: ProblemEntry): string {
  const { name, type, status, code, texts, examples, membersSchema } = entry;
  const members = membersSchema('draft-2020-12');
  const open = members && openSchema(members);
  return write({ name, type, status, code, texts, members: open, examples });
}

/** Writes the index as JSON: where each problem is, and what it is called. */
export function renderJsonIndex({ base, entries }: Site): string {
  const problems = entries.map(({ name, type, status, code, slug, texts }) => ({
    name,
    type,
    status,
    code,
    title: texts.en.title,
    page: base + slug,
  }));
  return write({ problems });
}

function write(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
