import type { ProblemDocument } from '../errors/problem.js';
import { findStatusTexts, type Locale } from '../locales/locale.js';
import { escapeMarkup } from './escape.js';
import { findAdvice } from './find-advice.js';
import type { JsonMembers, JsonValue } from './json-value.js';
import { type ListedError, takeErrors, writeError } from './listed-errors.js';
import { findCode, findReference, listMembers } from './listed-members.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';
import type { BuiltInRenderer, Occasion } from './renderer.js';

/** What a page has of its own. */
export interface Look {
  readonly style: string;
  /** SHA-256 of the style, in base64. */
  readonly styleHash: string;
  /** The policy's `img-src`. */
  readonly images?: string;
  readonly header?: string;
  /** What can be done next. */
  readonly links?: (
    problem: ProblemDocument,
    locale: Locale,
    occasion: Partial<Occasion>,
  ) => string;
}

/** Makes a format of HTML pages, whose policy allows nothing but their style and images. */
export function createPage({
  style,
  styleHash,
  images,
  header = '',
  links,
}: Look): BuiltInRenderer {
  const prepare = createParts(style, header);
  const imageSource = images === undefined ? '' : ` img-src ${images};`;
  return {
    mediaType: 'text/html',
    deterministic: links === undefined,
    headers: [
      [
        'Content-Security-Policy',
        `default-src 'none'; style-src 'sha256-${styleHash}';${imageSource} base-uri 'none'; ` +
          "form-action 'none'; frame-ancestors 'none'",
      ],
    ],
    render(problem, locale, occasion = {}) {
      const { status, title, detail } = problem;
      const parts = prepare(locale, status);
      const usual = title === parts.title && problem.substatus === undefined;
      let page = usual
        ? parts.head
        : renderHead(locale, { style, header, title, code: findCode(problem) });
      const { lang } = parts;
      if (detail !== undefined)
        page += `<p dir="auto"${lang(detail)}>${escapeMarkup(detail)}</p>\n`;
      page += findAdvice(problem, locale, occasion.retryAfter).map(renderParagraph).join('');
      const { errors, others } = takeErrors(listMembers(problem), locale);
      if (errors.length > 0)
        page += `${parts.errors}<ul>${errors.map((error) => renderError(error, lang)).join('')}</ul>\n`;
      if (others.length > 0) page += parts.more + renderMemberList(others, lang);
      page += links?.(problem, locale, occasion) ?? '';
      const reference = findReference(problem);
      if (reference !== undefined) {
        page += `${parts.reference}<code>${escapeMarkup(reference)}</code></footer>\n`;
      }
      return `${page}</main>\n</body>\n</html>\n`;
    },
  };
}

/** Writes a problem as a complete HTML page. */
export const html: BuiltInRenderer = createPage({ style: PAGE_STYLE, styleHash: PAGE_STYLE_HASH });

/** What every page of one status in one language shares, ready to be joined. */
interface PageParts {
  readonly title: string;
  readonly head: string;
  readonly errors: string;
  readonly more: string;
  readonly reference: string;
  readonly lang: FindLang;
}

/** The attribute of a text of others; empty for one that may be in the page's language. */
type FindLang = (text: string) => '' | ' lang=""';

/**
 * A text of others in plain ASCII is in no language whose own texts are without a Latin letter: nobody
 * is to read it aloud, or to hyphenate it, as that one. Which language it is in, nobody knows.
 */
function createFindLang(own: string): FindLang {
  const isLatin = /\p{Script=Latin}/u.test(own);
  return (text) => (isLatin || !/^[\0-\x7f]*$/.test(text) ? '' : ' lang=""');
}

function createParts(style: string, header: string) {
  const known = new WeakMap<Locale, Map<number, PageParts>>();
  return (locale: Locale, status: number): PageParts => {
    const ofLocale = known.get(locale) ?? new Map<number, PageParts>();
    let parts = ofLocale.get(status);
    if (parts === undefined) {
      parts = prepareParts(locale, status, { style, header });
      known.set(locale, ofLocale.set(status, parts));
    }
    return parts;
  };
}

function prepareParts(
  locale: Locale,
  status: number,
  frame: { readonly style: string; readonly header: string },
): PageParts {
  const { title } = findStatusTexts(locale, status);
  const { more, errors = more, reference } = locale.labels;
  return {
    title,
    head: renderHead(locale, { ...frame, title, code: String(status) }),
    errors: `<h2>${escapeMarkup(errors)}</h2>\n`,
    more: `<h2>${escapeMarkup(more)}</h2>\n`,
    reference: `<footer>${escapeMarkup(reference)} `,
    lang: createFindLang(reference),
  };
}

function renderParagraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>\n`;
}

interface Head {
  readonly style: string;
  readonly header: string;
  readonly title: string;
  readonly code: string;
}

function renderHead({ tag, direction }: Locale, { style, header, title, code }: Head): string {
  const escaped = escapeMarkup(title);
  return `<!doctype html>
<html lang="${escapeMarkup(tag)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(code)} ${escaped}</title>
<style>${style}</style>
</head>
<body>
${header}<main>
<h1><span>${escapeMarkup(code)}</span> ${escaped}</h1>
`;
}

/**
 * Writes members as an HTML description list: a text as it stands, a web address as a link, and all
 * else as JSON.
 */
function renderMemberList(members: JsonMembers, lang: FindLang): string {
  let rows = '';
  for (const [name, value] of members) {
    rows += `<dt>${escapeMarkup(name)}</dt><dd>${renderValue(value, lang)}</dd>\n`;
  }
  return `<dl>\n${rows}</dl>\n`;
}

function renderValue(value: JsonValue, lang: FindLang): string {
  if (typeof value !== 'string') return renderCode(value);
  const text = isolate(value, lang);
  return WEB_ADDRESS.test(value)
    ? `<a href="${escapeMarkup(value)}" rel="noreferrer">${text}</a>`
    : text;
}

/** Other schemes, `javascript:` above all, never become links. */
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Whichever way a text of others is written, it does not turn what stands around it. */
function isolate(text: string, lang: FindLang): string {
  return `<bdi${lang(text)}>${escapeMarkup(text)}</bdi>`;
}

function renderError(error: ListedError, lang: FindLang): string {
  const told = writeError(error, {
    text: escapeMarkup,
    name: renderCode,
    detail: (detail) => isolate(detail, lang),
  });
  return `<li>${[told, ...error.others.map(renderCode)].join(' ')}</li>`;
}

function renderCode(value: JsonValue): string {
  return `<code>${escapeMarkup(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}
