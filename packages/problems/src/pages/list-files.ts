import type { Locale } from '@faultless/core';
import { fileName, localesOf, pageIn, type Site, type Translation } from './page.js';
import { renderHtmlIndex, renderHtmlPage } from './render-html.js';
import { renderJsonIndex, renderJsonPage } from './render-json.js';
import { renderLlmsTxt, renderMarkdownIndex, renderMarkdownPage } from './render-markdown.js';
import { STYLE_HASH } from './style.js';

/** One page in one format and language. */
export interface PageFile {
  /** Such as `out-of-credit.zh-CN.html`. */
  readonly name: string;
  /** Its Content-Type. */
  readonly mediaType: string;
  readonly languages: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly render: () => string;
}

/** One page, in all that it is there in. */
export interface PageFiles {
  /** Empty for the index. */
  readonly slug: string;
  readonly locales: readonly Locale[];
  /** By format, each by the place of its language among the locales. */
  readonly formats: Readonly<
    Record<'text/html' | 'application/json' | 'text/markdown', readonly PageFile[]>
  >;
}

const CSP =
  `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; ` +
  "form-action 'none'; frame-ancestors 'none'";

/** Lists all pages of a registry. */
export function listPages(site: Site): readonly PageFiles[] {
  const pages = site.entries.map((entry) =>
    describePage(entry.slug, localesOf([entry], site.locales), {
      html: ({ locale }) => renderHtmlPage(pageIn(entry, locale, site)),
      markdown: ({ locale }) => renderMarkdownPage(pageIn(entry, locale, site)),
      json: () => renderJsonPage(entry),
    }),
  );
  const index = describePage('', localesOf(site.entries, site.locales), {
    html: (translation) => renderHtmlIndex({ ...translation, site }),
    markdown: (translation) => renderMarkdownIndex({ ...translation, site }),
    json: () => renderJsonIndex(site),
  });
  return [index, ...pages];
}

/** The file that agents look for. */
export function llmsTxt(site: Site): PageFile {
  return {
    name: 'llms.txt',
    mediaType: 'text/plain; charset=utf-8',
    languages: ['en'],
    headers: {},
    render: () => renderLlmsTxt(site),
  };
}

function describePage(
  slug: string,
  locales: readonly [Locale, ...Locale[]],
  render: {
    readonly html: (page: Translation) => string;
    readonly markdown: (page: Translation) => string;
    readonly json: () => string;
  },
): PageFiles {
  const stem = slug || 'index';
  const tags = locales.map(({ tag }) => tag);
  const json: PageFile = {
    name: `${stem}.json`,
    mediaType: 'application/json',
    languages: tags,
    headers: {},
    render: render.json,
  };
  const inEach = (describe: (page: Translation) => Omit<PageFile, 'languages'>): PageFile[] =>
    locales.map((locale) => ({ ...describe({ locale, locales }), languages: [locale.tag] }));
  return {
    slug,
    locales,
    formats: {
      'text/html': inEach((page) => ({
        name: fileName(stem, page, 'html'),
        mediaType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': CSP },
        render: () => render.html(page),
      })),
      'application/json': locales.map(() => json),
      'text/markdown': inEach((page) => ({
        name: fileName(stem, page, 'md'),
        mediaType: 'text/markdown; charset=utf-8',
        headers: {},
        render: () => render.markdown(page),
      })),
    },
  };
}
