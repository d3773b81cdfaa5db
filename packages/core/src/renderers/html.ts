import { findStatusTexts } from '../locales/find-status-texts.js';
import type { Locale } from '../locales/locale.js';
import type { Renderer } from '../types.js';
import { escapeMarkup } from './escape.js';
import { findCode } from './find-code.js';
import { renderMemberList } from './html-members.js';
import { listMembers } from './listed-members.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';

/**
 * Writes a problem as a complete HTML page: no script, nothing external, and a policy that allows
 * nothing but its own style.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export const html: Renderer = {
  mediaType: 'text/html',
  headers: [
    [
      'Content-Security-Policy',
      `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    ],
  ],
  render(problem, locale) {
    const { status, title, detail, temporary, instance } = problem;
    const parts = findParts(locale, status);
    const usual = title === parts.title && problem.substatus === undefined;
    let page = usual ? parts.head : renderHead(locale, findCode(problem), title);
    if (detail !== undefined) page += `<p>${escapeMarkup(detail)}</p>\n`;
    page += parts.advice;
    if (temporary === true) page += parts.temporary;
    const members = listMembers(problem);
    if (members.length > 0) page += parts.more + renderMemberList(members);
    page += '</main>\n';
    if (instance !== undefined) {
      page += `${parts.reference}<code>${escapeMarkup(instance)}</code></footer>\n`;
    }
    return `${page}</body>\n</html>\n`;
  },
};

/** What every page of one status in one language shares, ready to be joined. */
interface PageParts {
  readonly title: string;
  readonly head: string;
  readonly advice: string;
  readonly temporary: string;
  readonly more: string;
  readonly reference: string;
}

const PARTS = new WeakMap<Locale, Map<number, PageParts>>();

function findParts(locale: Locale, status: number): PageParts {
  const ofLocale = PARTS.get(locale) ?? new Map<number, PageParts>();
  const known = ofLocale.get(status);
  if (known !== undefined) return known;
  const parts = prepareParts(locale, status);
  PARTS.set(locale, ofLocale.set(status, parts));
  return parts;
}

function prepareParts(locale: Locale, status: number): PageParts {
  const { title, advice } = findStatusTexts(locale, status);
  const { temporary, more, reference } = locale.labels;
  return {
    title,
    head: renderHead(locale, String(status), title),
    advice: `<p>${escapeMarkup(advice)}</p>\n`,
    temporary: `<p>${escapeMarkup(temporary)}</p>\n`,
    more: `<h2>${escapeMarkup(more)}</h2>\n`,
    reference: `<footer>${escapeMarkup(reference)} `,
  };
}

function renderHead({ tag, direction }: Locale, code: string, title: string): string {
  const escaped = escapeMarkup(title);
  return `<!doctype html>
<html lang="${escapeMarkup(tag)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(code)} ${escaped}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1><span>${escapeMarkup(code)}</span> ${escaped}</h1>
`;
}
