import { findStatusTexts, type Locale } from '../locales/locale.js';
import { escapeMarkup } from './escape.js';
import { findAdvice } from './find-advice.js';
import type { JsonMembers, JsonValue } from './json-value.js';
import { type ListedError, takeErrors, writeError } from './listed-errors.js';
import { findCode, listMembers } from './listed-members.js';
import type { BuiltInRenderer } from './renderer.js';

/** The style of the HTML page, the content of its one `<style>` element. */
export const PAGE_STYLE =
  ':root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--page:#fff;--line:#d1d9e0}' +
  '@media(prefers-color-scheme:dark){' +
  ':root{--text:#e6edf3;--quiet:#9198a1;--page:#0d1117;--line:#3d444d}}' +
  'body{margin:0 auto;max-width:38rem;padding:10vh 1.25rem 2rem;color:var(--text);' +
  'background:var(--page);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",' +
  '"Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}' +
  'h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.3}' +
  'h1 span{color:var(--quiet);font-weight:400}' +
  'h2{margin:2rem 0 .5rem;font-size:1rem}' +
  'p{margin:0 0 .75rem;white-space:pre-line}' +
  'dl,dd,ul{margin:0}dt,footer{color:var(--quiet)}dd{margin-bottom:.5rem}ul{padding-left:1.25rem}' +
  'footer{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem}' +
  'code{font:.875em/1.6 ui-monospace,Menlo,Consolas,monospace}';

/** The SHA-256 of `PAGE_STYLE` in base64; a test recomputes it. */
export const PAGE_STYLE_HASH = 'QCUAnLFUq0fATTRHWd60A2vibC/2iHw7VrEepDWMxn0=';

/**
 * Writes a problem as a complete HTML page: no script, nothing external, and a policy that allows
 * nothing but its own style.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export const html: BuiltInRenderer = {
  mediaType: 'text/html',
  deterministic: true,
  headers: [
    [
      'Content-Security-Policy',
      `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    ],
  ],
  render(problem, locale, { retryAfter } = {}) {
    const { status, title, detail, instance } = problem;
    const parts = findParts(locale, status);
    const usual = title === parts.title && problem.substatus === undefined;
    let page = usual ? parts.head : renderHead(locale, findCode(problem), title);
    if (detail !== undefined) page += renderParagraph(detail);
    page += findAdvice(problem, locale, retryAfter).map(renderParagraph).join('');
    const { errors, others } = takeErrors(listMembers(problem), locale);
    if (errors.length > 0) page += `${parts.errors}<ul>${errors.map(renderError).join('')}</ul>\n`;
    if (others.length > 0) page += parts.more + renderMemberList(others);
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
  readonly errors: string;
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
  const { title } = findStatusTexts(locale, status);
  const { more, errors = more, reference } = locale.labels;
  return {
    title,
    head: renderHead(locale, String(status), title),
    errors: `<h2>${escapeMarkup(errors)}</h2>\n`,
    more: `<h2>${escapeMarkup(more)}</h2>\n`,
    reference: `<footer>${escapeMarkup(reference)} `,
  };
}

function renderParagraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>\n`;
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

/**
 * Writes members as an HTML description list: a text as it stands, a web address as a link, and all
 * else as JSON.
 */
function renderMemberList(members: JsonMembers): string {
  let rows = '';
  for (const [name, value] of members) {
    rows += `<dt>${escapeMarkup(name)}</dt><dd>${renderValue(value)}</dd>\n`;
  }
  return `<dl>\n${rows}</dl>\n`;
}

function renderValue(value: JsonValue): string {
  return typeof value === 'string' ? renderText(value) : renderCode(value);
}

function renderText(value: string): string {
  const escaped = escapeMarkup(value);
  return WEB_ADDRESS.test(value) ? `<a href="${escaped}" rel="noreferrer">${escaped}</a>` : escaped;
}

/** Other schemes, `javascript:` above all, never become links. */
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

function renderError(error: ListedError): string {
  const told = writeError(error, { text: escapeMarkup, name: renderCode });
  return `<li>${[told, ...error.others.map(renderCode)].join(' ')}</li>`;
}

function renderCode(value: JsonValue): string {
  return `<code>${escapeMarkup(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}
