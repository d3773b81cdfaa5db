import type { ProblemDocument } from '@faultless/core';
import { escapeMarkup } from '@faultless/core/adapter';
import { examplesIn, type ProblemEntry } from '../problem-entry.js';
import { findLabels, type Labels } from './labels.js';
import { linkTo } from './link-to.js';
import { type DescribedMember, listMembers } from './list-members.js';
import {
  fileName,
  groupEntries,
  type Index,
  indexOf,
  type Page,
  pageIn,
  paragraphsOf,
  type Translation,
  textsIn,
} from './page.js';
import { STYLE } from './style.js';

/** Writes the page of a problem as HTML. */
export function renderHtmlPage(page: Page): string {
  const { entry, locale } = page;
  const texts = textsIn(entry, locale);
  const { title, detail, explanation = '', advice } = texts;
  const label = createLabel(page);
  const members = listMembers(entry);
  const examples = examplesIn(entry, texts);
  const body = [
    ...[detail, ...paragraphsOf(explanation)].map(renderParagraph),
    ...(advice === undefined ? [] : [label('h2', 'advice'), renderParagraph(advice)]),
    ...(members.length === 0 ? [] : [label('h2', 'members'), renderMembers(members, label)]),
    ...(examples.length === 0 ? [] : [label('h2', 'example')]),
    ...examples.map(renderExample),
  ];
  const all = `<a href="${linkTo(fileName('index', indexOf(page), 'html'))}">${label('span', 'all')}</a>`;
  const head = { slug: entry.slug, overline: `${entry.status} ${entry.name}`, title };
  return renderDocument(head, page, [...body, renderLinks(entry.slug, page, [all])]);
}

/** Writes the index as HTML. */
export function renderHtmlIndex(index: Index): string {
  const { site, locale } = index;
  const label = createLabel(index);
  const lists = groupEntries(site.entries).flatMap(([group, entries]) => [
    label('h2', group),
    `<ul>\n${entries.map((entry) => renderItem(entry, index)).join('')}</ul>\n`,
  ]);
  const head = {
    slug: 'index',
    overline: new URL(site.base).host,
    title: findLabels(locale).index,
  };
  return renderDocument(head, index, [...lists, renderLinks('index', index, [])]);
}

function renderItem(entry: ProblemEntry, { locale, site }: Index): string {
  const page = pageIn(entry, locale, site);
  const { title, tag } = textsIn(entry, page.locale);
  const lang = tag === locale.tag ? '' : ` lang="${escapeMarkup(tag)}"`;
  const href = linkTo(fileName(entry.slug, page, 'html'));
  const name = `<code>${escapeMarkup(entry.name)}</code>`;
  return `<li><a href="${href}"${lang}>${escapeMarkup(title)}</a> ${entry.status} ${name}</li>\n`;
}

function renderParagraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>\n`;
}

function renderMembers(members: readonly DescribedMember[], label: RenderLabel): string {
  const rows = members.map(({ name, type, optional, description }) => {
    const told = [
      ...(type === '' ? [] : [`<code>${escapeMarkup(type)}</code>`]),
      ...(optional ? [label('span', 'optional')] : []),
      ...(description === '' ? [] : [`<bdi>${escapeMarkup(description)}</bdi>`]),
    ];
    return `<dt><code>${escapeMarkup(name)}</code></dt><dd>${told.join(' ')}</dd>\n`;
  });
  return `<dl>\n${rows.join('')}</dl>\n`;
}

function renderExample(example: ProblemDocument): string {
  return `<pre><code>${escapeMarkup(JSON.stringify(example, null, 2))}</code></pre>\n`;
}

/** The way to the other languages and formats. */
function renderLinks(slug: string, page: Translation, before: readonly string[]): string {
  const languages = page.locales
    .filter(({ tag }) => tag !== page.locale.tag)
    .map((locale) => {
      const tag = escapeMarkup(locale.tag);
      const href = linkTo(fileName(slug, { ...page, locale }, 'html'));
      return `<a href="${href}" lang="${tag}" hreflang="${tag}">${nameLanguage(locale.tag)}</a>`;
    });
  const formats = [
    `<a href="${linkTo(fileName(slug, page, 'md'))}">Markdown</a>`,
    `<a href="${linkTo(`${slug}.json`)}">JSON</a>`,
  ];
  return `<nav>\n${[...before, ...languages, ...formats].join('\n')}\n</nav>\n`;
}

function nameLanguage(tag: string): string {
  return escapeMarkup(new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag);
}

type RenderLabel = (element: 'h2' | 'span', name: Exclude<keyof Labels, 'tag'>) => string;

function createLabel({ locale }: Translation): RenderLabel {
  const labels = findLabels(locale);
  const lang = labels.tag === locale.tag ? '' : ` lang="${labels.tag}"`;
  return (element, name) => {
    const text = escapeMarkup(labels[name]);
    return element === 'h2'
      ? `<h2${lang}>${text}</h2>\n`
      : `<${element}${lang}>${text}</${element}>`;
  };
}

interface Head {
  readonly slug: string;
  /** Stands above the title. */
  readonly overline: string;
  readonly title: string;
}

function renderDocument(
  { slug, overline, title }: Head,
  page: Translation,
  body: readonly string[],
): string {
  const { tag, direction } = page.locale;
  const name = escapeMarkup(title);
  const alternates = page.locales.map((locale) => {
    const href = linkTo(fileName(slug, { ...page, locale }, 'html'));
    return `<link rel="alternate" hreflang="${escapeMarkup(locale.tag)}" href="${href}">\n`;
  });
  return `<!doctype html>
<html lang="${escapeMarkup(tag)}" dir="${escapeMarkup(direction)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(overline)} – ${name}</title>
${alternates.join('')}<style>${STYLE}</style>
</head>
<body>
<main>
<h1><span>${escapeMarkup(overline)}</span> ${name}</h1>
${body.join('')}</main>
</body>
</html>
`;
}
