import { escapeMarkdown, quoteMarkdown } from '@faultless/core/adapter';
import { examplesIn } from '../problem-entry.js';
import { findLabels } from './labels.js';
import { linkTo } from './link-to.js';
import { type DescribedMember, listMembers } from './list-members.js';
import {
  fileName,
  groupEntries,
  type Index,
  type Page,
  pageIn,
  paragraphsOf,
  type Site,
  textsIn,
} from './page.js';

/** Writes the page of a problem as Markdown. */
export function renderMarkdownPage({ entry, locale }: Page): string {
  const texts = textsIn(entry, locale);
  const labels = findLabels(locale);
  const { title, detail, explanation = '', advice } = texts;
  const members = listMembers(entry);
  const examples = examplesIn(entry, texts);
  return join([
    `# ${entry.status} ${escapeMarkdown(title)}`,
    ...[detail, ...paragraphsOf(explanation)].map(escapeMarkdown),
    listFacts([
      ['name', entry.name],
      ['type', entry.type],
      ['code', entry.code],
    ]),
    ...(advice === undefined ? [] : [`## ${labels.advice}`, escapeMarkdown(advice)]),
    ...(members.length === 0
      ? []
      : [
          `## ${labels.members}`,
          members.map((member) => writeMember(member, labels.optional)).join('\n'),
        ]),
    ...(examples.length === 0 ? [] : [`## ${labels.example}`]),
    ...examples.map((example) => indent(JSON.stringify(example, null, 2))),
  ]);
}

/** Writes the index as Markdown. */
export function renderMarkdownIndex({ site, locale }: Index): string {
  const labels = findLabels(locale);
  return join([
    `# ${labels.index}`,
    ...groupEntries(site.entries).flatMap(([group, entries]) => [
      `## ${labels[group]}`,
      entries
        .map((entry) => {
          const page = pageIn(entry, locale, site);
          const { title } = textsIn(entry, page.locale);
          const link = `[${escapeMarkdown(title)}](${linkTo(fileName(entry.slug, page, 'md'))})`;
          return `- ${link} ${entry.status} ${quoteMarkdown(entry.name)}`;
        })
        .join('\n'),
    ]),
  ]);
}

/**
 * Writes what agents read first: every problem with what it means, and where to read on.
 *
 * @see https://llmstxt.org
 */
export function renderLlmsTxt(site: Site): string {
  const labels = findLabels({ tag: 'en' });
  return join([
    `# Problems of ${new URL(site.base).host}`,
    '> What the API answers when a request fails: problem details (RFC 9457), whose `type` is one of ' +
      'these addresses, or `about:blank` with a `status` and maybe a `code`. The pages say what a ' +
      'client can do.',
    ...groupEntries(site.entries).flatMap(([group, entries]) => [
      `## ${labels[group]}`,
      entries
        .map((entry) => {
          const page = pageIn(entry, { tag: 'en' }, site);
          const { title, detail } = entry.texts.en;
          const url = site.base + linkTo(fileName(entry.slug, page, 'md'));
          const says = [title, detail].map(escapeMarkdown).join(' ');
          return `- [${escapeMarkdown(entry.name)}](${url}): ${entry.status}. ${says}`;
        })
        .join('\n'),
    ]),
  ]);
}

function listFacts(facts: readonly (readonly [string, string | undefined])[]): string {
  return facts
    .flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${quoteMarkdown(value)}`]))
    .join('\n');
}

function writeMember(
  { name, type, optional, description }: DescribedMember,
  label: string,
): string {
  const told = [
    quoteMarkdown(name),
    ...(type === '' ? [] : [`(${quoteMarkdown(type)})`]),
    ...(optional ? [label] : []),
    ...(description === '' ? [] : [escapeMarkdown(description)]),
  ];
  return `- ${told.join(' ')}`;
}

/** Indented code holds whatever it says (CommonMark 0.31 §4.4). */
function indent(code: string): string {
  return code.replace(/^/gm, '    ');
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
