import { readFileSync } from 'node:fs';

const GROUP = /^## (.+)\n\n((?:- .+\n(?: {2}.+\n)*)+)/gm;
const ENTRY = /^- \[([^\]]+)\]\(([^)]+)\)/gm;

/** What docs/README.md lists, in its order: the groups, and the title and link of each page. */
export function readContents() {
  const text = readFileSync(new URL('../docs/README.md', import.meta.url), 'utf8');
  return Array.from(text.matchAll(GROUP), ([, title, entries]) => ({
    title,
    pages: Array.from(entries.matchAll(ENTRY), ([, title, link]) => ({ title, link })),
  }));
}
